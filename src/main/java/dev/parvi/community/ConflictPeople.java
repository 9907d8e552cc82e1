package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who is in cases, in the brand whose scope it is. Names are those of their profiles, so that an erased one is gone here, too. */
@Repository
class ConflictPeople {

    /** In a conversation, the latest. */
    private static final int MOST = 50;

    private final JdbcClient jdbc;

    ConflictPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Everybody but us who spoke there, by the last thing each of them said; at most {@value #MOST}. */
    List<Involved> speakers(ConversationId conversation) {
        return jdbc.sql("""
                select * from (
                    select distinct on (coalesce(c.profile_id, 0), c.speaker) c.id comment_id, coalesce(c.profile_id, 0) profile_id, c.at,
                        coalesce(nullif(p.name, ''), nullif(p.handle, ''), c.speaker) name, null::int returned, null::smallint mood
                    from comment c left join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                    where c.brand_id = current_brand() and c.conversation_id = :conversation and not c.us and c.erased_at is null
                      and c.account_id = (select k.account_id from conversation k where k.brand_id = current_brand() and k.id = :conversation)
                    order by coalesce(c.profile_id, 0), c.speaker, c.at desc, c.id desc) s
                order by at desc, comment_id desc limit :most
                """)
                .param("conversation", conversation.value())
                .param("most", MOST)
                .query((row, n) -> involved(row))
                .list();
    }

    /** In the order in which they came in. */
    List<Involved> of(long conflict) {
        return jdbc.sql("""
                select i.comment_id, i.profile_id, coalesce(nullif(p.name, ''), nullif(p.handle, ''), c.speaker, '') name, i.returned, i.mood
                from conflict_person i
                left join profile p on p.brand_id = i.brand_id and p.id = i.profile_id
                left join comment c on c.brand_id = i.brand_id and c.id = i.comment_id
                where i.brand_id = current_brand() and i.case_id = :case order by i.comment_id
                """)
                .param("case", conflict)
                .query((row, n) -> involved(row))
                .list();
    }

    /** How many are in each of these. */
    Map<Long, Integer> count(Collection<Long> conflicts) {
        var counts = new HashMap<Long, Integer>();
        jdbc.sql("""
                select case_id, count(*) n from conflict_person where brand_id = current_brand() and case_id = any(:cases) group by 1
                """).param("cases", conflicts.toArray(Long[]::new)).query(row -> {
            counts.put(row.getLong("case_id"), row.getInt("n"));
        });
        return counts;
    }

    /** Who spoke these comments is in it, and nobody else. */
    void put(long conflict, Collection<Long> comments) {
        jdbc.sql(
                        "delete from conflict_person where brand_id = current_brand() and case_id = :case and comment_id <> all(:comments)")
                .param("case", conflict)
                .param("comments", comments.toArray(Long[]::new))
                .update();
        add(conflict, comments);
    }

    /** One row for each speaker in the case's conversation; who is in it already stays as they are. */
    void add(long conflict, Collection<Long> comments) {
        jdbc.sql("""
                insert into conflict_person (brand_id, case_id, comment_id, profile_id)
                select distinct on (coalesce(c.profile_id, 0), c.speaker) c.brand_id, :case, c.id, coalesce(c.profile_id, 0)
                from comment c
                join conflict_case k on k.brand_id = c.brand_id and k.id = :case and k.conversation_id = c.conversation_id
                where c.brand_id = current_brand() and c.id = any(:comments) and not c.us and c.erased_at is null
                  and not exists (
                      select 1 from conflict_person i left join comment o on o.brand_id = i.brand_id and o.id = i.comment_id
                      where i.brand_id = c.brand_id and i.case_id = :case and i.profile_id = coalesce(c.profile_id, 0)
                        and (i.profile_id <> 0 or o.speaker = c.speaker))
                order by coalesce(c.profile_id, 0), c.speaker, c.at desc, c.id desc
                on conflict do nothing
                """)
                .param("case", conflict)
                .param("comments", comments.toArray(Long[]::new))
                .update();
    }

    /** Notes how often each has spoken to us since, and in which mood last; of whom nobody can know that stays open. */
    void lookBack(long conflict, Instant since, Instant until) {
        jdbc.sql("""
                update conflict_person i set returned = f.n, mood = f.mood
                from (
                    select i.comment_id, count(c.id) n, (array_agg(v.mood order by c.at desc, c.id desc) filter (where c.id is not null))[1] mood
                    from conflict_person i
                    join profile p on p.brand_id = i.brand_id and p.id = i.profile_id and p.erased_at is null
                    join profile o on o.brand_id = p.brand_id and (o.id = p.id or o.person_id = p.person_id)
                    left join comment c on c.brand_id = o.brand_id and c.profile_id = o.id and not c.us and c.at > :since and c.at <= :until
                    left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                    where i.brand_id = current_brand() and i.case_id = :case group by 1) f
                where i.brand_id = current_brand() and i.case_id = :case and i.comment_id = f.comment_id
                """)
                .param("case", conflict)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** How many came back with a mood that isn't negative, of all of whom it could be known. */
    record Returned(int well, int known) {}

    Returned returned(Instant since) {
        return jdbc.sql("""
                select count(*) filter (where i.returned > 0 and i.mood is distinct from -1) well, count(*) known
                from conflict_case k join conflict_person i on i.brand_id = k.brand_id and i.case_id = k.id
                where k.brand_id = current_brand() and k.state = 'CLOSED' and k.ended_at >= :since and k.looked_at is not null
                  and i.returned is not null
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Returned(row.getInt("well"), row.getInt("known")))
                .single();
    }

    /** Their rows stay as a number of people; who they were is gone. */
    void forget(Collection<Long> profiles) {
        jdbc.sql("""
                update conflict_person set profile_id = 0, mood = null, returned = null
                where brand_id = current_brand() and profile_id = any(:profiles)
                """).param("profiles", profiles.toArray(Long[]::new)).update();
    }

    private static Involved involved(ResultSet row) throws SQLException {
        var returned = row.getObject("returned", Integer.class);
        return new Involved(
                row.getLong("comment_id"),
                row.getLong("profile_id"),
                row.getString("name"),
                returned,
                returned == null || returned == 0 ? null : Listings.mood(row.getObject("mood")));
    }
}
