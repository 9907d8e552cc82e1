package dev.parvi.community;

import dev.parvi.community.Acquainting.Acquaintance;
import dev.parvi.community.Acquainting.Echo;
import dev.parvi.community.Acquainting.Part;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.text.Mark;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who speaks to the brand whose scope it is, for other rooms. */
@Repository
class Acquaintances {

    private static final String PARTS = """
            with words as (
                select c.id, c.account_id, c.key, c.parent_key, c.profile_id from comment c
                where c.brand_id = current_brand() and c.profile_id is not null and not c.us and c.at > :since
                  and c.standing = 'SHOWN' and c.gone_at is null and c.erased_at is null and c.kind <> 'MESSAGE'),
            answered as (
                select w.profile_id, w.id, count(distinct a.profile_id) others
                from words a join words w on w.account_id = a.account_id and w.key = a.parent_key and w.profile_id <> a.profile_id
                group by w.profile_id, w.id),
            heard as (
                select w.profile_id, count(distinct a.profile_id) listened
                from words a join words w on w.account_id = a.account_id and w.key = a.parent_key and w.profile_id <> a.profile_id
                group by w.profile_id),
            helped as (
                select a.profile_id, count(distinct q.id) helped
                from words a join words q on q.account_id = a.account_id and q.key = a.parent_key and q.profile_id <> a.profile_id
                    join verdict v on v.brand_id = current_brand() and v.comment_id = q.id
                where v.marks & :question <> 0 group by a.profile_id),
            glad as (
                select w.profile_id, count(*) glad from words w
                    join verdict v on v.brand_id = current_brand() and v.comment_id = w.id
                where v.mood = 1 group by w.profile_id)
            select w.profile_id, count(*) said,
                (select count(*) from answered x where x.profile_id = w.profile_id and x.others >= 2) started,
                coalesce(max(h.helped), 0) helped, coalesce(max(l.listened), 0) listened, coalesce(max(g.glad), 0) glad
            from words w left join heard l on l.profile_id = w.profile_id left join helped h on h.profile_id = w.profile_id
                left join glad g on g.profile_id = w.profile_id
            group by w.profile_id
            having coalesce(max(h.helped), 0) + coalesce(max(l.listened), 0) + coalesce(max(g.glad), 0) > 0
            order by 3 desc, 4 desc, 5 desc, 2 desc, 1 limit :most
            """;

    private final JdbcClient jdbc;

    Acquaintances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Acquaintance> speakers(Collection<CommentId> comments) {
        return jdbc.sql("""
                select p.id, p.network, p.key, p.name, p.handle, p.address, max(c.at) spoke
                from comment c join profile p on p.brand_id = c.brand_id and p.id = c.profile_id
                where c.brand_id = current_brand() and c.id = any(:ids) and not c.us and p.erased_at is null
                group by p.id, p.network, p.key, p.name, p.handle, p.address order by p.id
                """)
                .param("ids", comments.stream().map(CommentId::value).toArray(Long[]::new))
                .query((row, n) -> new Acquaintance(
                        row.getLong("id"),
                        row.getString("network"),
                        row.getObject("key", UUID.class),
                        row.getString("name"),
                        row.getString("handle"),
                        row.getString("address"),
                        row.getTimestamp("spoke").toInstant()))
                .list();
    }

    Map<Long, List<String>> said(Collection<Long> profiles, int each) {
        var said = new HashMap<Long, List<String>>();
        jdbc.sql("""
                select p.id, c.text from unnest(:ids::bigint[]) p (id) cross join lateral (
                    select c.text, c.at from comment c
                    where c.brand_id = current_brand() and c.profile_id = p.id and c.erased_at is null and c.text <> ''
                    order by c.at desc limit :each) c
                order by p.id, c.at desc
                """)
                .param("ids", profiles.toArray(Long[]::new))
                .param("each", each)
                .query(row -> {
                    said.computeIfAbsent(row.getLong("id"), id -> new ArrayList<>())
                            .add(row.getString("text"));
                });
        return said;
    }

    Optional<DeliveryId> spokeUnder(long profile, Instant from, Instant to) {
        return jdbc.sql("""
                select t.delivery_id from comment c
                    join conversation t on t.brand_id = c.brand_id and t.id = c.conversation_id
                where c.brand_id = current_brand() and c.profile_id = :profile and c.at >= :from and c.at <= :to
                  and t.delivery_id is not null
                order by c.at desc limit 1
                """)
                .param("profile", profile)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new DeliveryId(row.getLong(1)))
                .optional();
    }

    List<Part> parts(Instant since, int most) {
        return jdbc.sql(PARTS)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("question", Marks.bit(Mark.QUESTION))
                .param("most", most)
                .query((row, n) -> new Part(
                        row.getLong("profile_id"),
                        row.getInt("said"),
                        row.getInt("started"),
                        row.getInt("helped"),
                        row.getInt("listened"),
                        row.getInt("glad")))
                .list();
    }

    List<Echo> echoes(Instant since) {
        return jdbc.sql("""
                select t.delivery_id, t.account_id, t.posted_at, t.comments, t.people,
                    array(select distinct c.profile_id from conversation v join comment c
                              on (c.brand_id, c.account_id, c.conversation_id) = (v.brand_id, v.account_id, v.id)
                          where v.brand_id = t.brand_id and v.delivery_id = t.delivery_id and not c.us and c.profile_id is not null) speakers
                from post_talk t where t.brand_id = current_brand() and t.posted_at > :since and t.comments > 0
                order by t.posted_at desc
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Echo(
                        new DeliveryId(row.getLong("delivery_id")),
                        row.getLong("account_id"),
                        row.getTimestamp("posted_at").toInstant(),
                        row.getInt("comments"),
                        row.getInt("people"),
                        List.of((Long[]) row.getArray("speakers").getArray())))
                .list();
    }
}
