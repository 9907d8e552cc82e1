package dev.parvi.community;

import dev.parvi.community.PersonCard.Month;
import dev.parvi.community.PersonCard.Profile;
import dev.parvi.community.PersonCard.Sums;
import dev.parvi.community.PersonCard.Waits;
import dev.parvi.shared.ConversationId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** People as their card shows them, in the brand whose scope it is. */
@Repository
class Persons {

    private static final String SHOWN = """
            select p.id, p.network, p.name, p.handle, p.address, p.first_at, p.person_id is not null as joined from profile p
            """;

    private final JdbcClient jdbc;

    Persons(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** In the order of their numbers. */
    List<Profile> profiles(Collection<Long> ids) {
        return jdbc.sql(SHOWN + "where p.brand_id = current_brand() and p.id = any(:ids) order by p.id")
                .param("ids", ids.toArray(Long[]::new))
                .query((row, n) -> profile(row))
                .list();
    }

    boolean erased(long profile) {
        return jdbc.sql("select erased_at is not null from profile where brand_id = current_brand() and id = :id")
                .param("id", profile)
                .query(Boolean.class)
                .single();
    }

    /** Those whose name or handle begins so, without the given ones. */
    List<Profile> called(String beginning, Collection<Long> without, int most) {
        var from = beginning.strip().toLowerCase(Locale.ROOT).replaceFirst("^@", "");
        return jdbc.sql("""
                select * from (
                    (select p.id, p.network, p.name, p.handle, p.address, p.first_at, p.person_id is not null as joined from profile p
                     where p.brand_id = current_brand() and p.erased_at is null and p.name_sought >= :from and p.name_sought < :to
                     order by p.name_sought limit :looked)
                    union
                    (select p.id, p.network, p.name, p.handle, p.address, p.first_at, p.person_id is not null as joined from profile p
                     where p.brand_id = current_brand() and p.erased_at is null and p.handle_sought >= :from and p.handle_sought < :to
                     order by p.handle_sought limit :looked)) found
                where not (id = any(:without)) order by lower(name), id limit :most
                """)
                .param("from", from)
                .param("to", from + "\uffff")
                .param("without", without.toArray(Long[]::new))
                .param("looked", most + without.size())
                .param("most", most)
                .query((row, n) -> profile(row))
                .list();
    }

    Sums sums(Collection<Long> profiles) {
        return jdbc.sql("""
                select count(*) comments, count(distinct conversation_id) talks, count(answered_at) answered, min(at) first, max(at) last
                from comment where brand_id = current_brand() and profile_id = any(:profiles) and erased_at is null
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .query((row, n) -> new Sums(
                        row.getInt("comments"),
                        row.getInt("talks"),
                        row.getInt("answered"),
                        Listings.instant(row.getTimestamp("first")),
                        Listings.instant(row.getTimestamp("last"))))
                .single();
    }

    /** Of months in which they said something, the earliest first. */
    List<Month> moods(Collection<Long> profiles, Instant since, ZoneId zone) {
        return jdbc.sql("""
                select to_char(c.at at time zone :zone, 'YYYY-MM') as month, count(*) filter (where v.mood = -1) negative,
                    count(*) filter (where v.mood = 0) neutral, count(*) filter (where v.mood = 1) positive,
                    count(*) filter (where v.mood is null) unsure
                from comment c left join verdict v on v.brand_id = c.brand_id and v.comment_id = c.id
                where c.brand_id = current_brand() and c.profile_id = any(:profiles) and c.at >= :since and c.erased_at is null
                group by 1 order by 1
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .query((row, n) -> new Month(
                        YearMonth.parse(row.getString("month")),
                        row.getInt("negative"),
                        row.getInt("neutral"),
                        row.getInt("positive"),
                        row.getInt("unsure")))
                .list();
    }

    /** Open conversations in which they said something since our last word. */
    List<Waits> waiting(Collection<Long> profiles, int most) {
        return jdbc.sql("""
                select k.id, k.promised_by, min(c.at) since, (array_agg(left(c.text, 160) order by c.at desc))[1] as text
                from (select * from comment where brand_id = current_brand() and profile_id = any(:profiles)
                      order by at desc limit 1000) c
                join conversation k on k.brand_id = c.brand_id and k.id = c.conversation_id
                where k.state <> 'DONE' and k.waiting and c.at > coalesce(k.last_out_at, '-infinity')
                  and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and c.erased_at is null
                group by k.id, k.promised_by order by k.promised_by nulls last limit :most
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("most", most)
                .query((row, n) -> new Waits(
                        new ConversationId(row.getLong("id")),
                        row.getString("text"),
                        row.getTimestamp("since").toInstant(),
                        Listings.instant(row.getTimestamp("promised_by"))))
                .list();
    }

    /** Where something of theirs stands. */
    record Place(long comment, Instant at, long conversation, String network, String under) {}

    /** The latest before a place. */
    List<Place> said(Collection<Long> profiles, Instant before, long beforeId, int most) {
        return jdbc.sql("""
                select c.id, c.at, c.conversation_id, k.network, left(k.head_text, 100) as under
                from comment c join conversation k on k.brand_id = c.brand_id and k.id = c.conversation_id
                where c.brand_id = current_brand() and c.profile_id = any(:profiles) and (c.at, c.id) < (:before, :id)
                order by c.at desc, c.id desc limit :most
                """)
                .param("profiles", profiles.toArray(Long[]::new))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("id", beforeId)
                .param("most", most)
                .query((row, n) -> new Place(
                        row.getLong("id"),
                        row.getTimestamp("at").toInstant(),
                        row.getLong("conversation_id"),
                        row.getString("network"),
                        row.getString("under")))
                .list();
    }

    private static Profile profile(ResultSet row) throws SQLException {
        return new Profile(
                row.getLong("id"),
                row.getString("network"),
                row.getString("name"),
                row.getString("handle"),
                Utterances.web(row.getString("address")),
                row.getTimestamp("first_at").toInstant(),
                row.getBoolean("joined"));
    }
}
