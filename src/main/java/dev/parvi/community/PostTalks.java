package dev.parvi.community;

import dev.parvi.planning.Nature;
import dev.parvi.platform.Columns;
import dev.parvi.publishing.Delivery;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Our posts and how much was said under each, in the brand whose scope it is. */
@Repository
class PostTalks {

    /** What was said by others than us, and is there to be read. */
    private static final String COUNT = """
            with due as (
                select p.delivery_id, k.account_id, k.id
                from post_talk p join conversation k on k.brand_id = p.brand_id and k.delivery_id = p.delivery_id
                where p.brand_id = current_brand() and (p.comments <> k.inbound or k.last_at >= p.counted_at)
                limit :most),
            counted as (
                select d.delivery_id, count(c.id) comments, count(distinct coalesce(c.profile_id::text, 'n ' || c.speaker)) filter (where c.id is not null) people
                from due d left join comment c on c.brand_id = current_brand() and c.account_id = d.account_id and c.conversation_id = d.id
                    and not c.us and c.standing in ('SHOWN', 'HELD') and c.gone_at is null and c.erased_at is null
                group by 1)
            update post_talk p set comments = n.comments, people = n.people, counted_at = :now
            from counted n where p.brand_id = current_brand() and p.delivery_id = n.delivery_id
            """;

    /** Sums rather than means, so that each group can be held against all the others. */
    private static final String GROUPS = """
            with p as (
                select *, posted_at at time zone :zone as wall from post_talk
                where brand_id = current_brand() and posted_at >= :from and posted_at < :to)
            select d.dimension, d.value, count(*) posts, sum(p.comments) comments, sum(p.comments::bigint * p.comments) squares, sum(p.people) people
            from p cross join lateral (
                values ('ALL', ''), ('FORMAT', nullif(p.format, '')), ('PILLAR', p.pillar_id::text), ('ACCOUNT', p.account_id::text),
                    ('WEEKDAY', extract(isodow from p.wall)::text), ('HOURS', (extract(hour from p.wall)::int / 3 * 3)::text)
                union all select 'TAG', lower(tag) from unnest(p.tags) tag) d (dimension, value)
            where d.value is not null
            group by 1, 2
            """;

    private final JdbcClient jdbc;

    PostTalks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param nature null where planning doesn't know it any more */
    record Weighed(Delivery delivery, @Nullable Nature nature) {}

    /** Posts that went out since then and aren't kept yet. */
    List<DeliveryId> fresh(Instant since, int most) {
        return jdbc.sql("""
                select distinct t.delivery_id from talk t
                where t.brand_id = current_brand() and t.delivery_id is not null and t.began_at >= :since
                  and not exists (select from post_talk p where p.brand_id = t.brand_id and p.delivery_id = t.delivery_id)
                limit :most
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new DeliveryId(row.getLong(1)))
                .list();
    }

    void add(Collection<Weighed> posts, Instant now) {
        Columns.of(jdbc.sql("""
                                insert into post_talk (brand_id, delivery_id, account_id, posted_at, format, pillar_id, tags, counted_at)
                                select current_brand(), s.delivery, s.account, s.at, s.format, s.pillar, string_to_array(s.tags, chr(31)), '-infinity'
                                from unnest(:deliveries::bigint[], :accounts::bigint[], :ats::timestamptz[], :formats::text[],
                                    :pillars::bigint[], :tags::text[]) s (delivery, account, at, format, pillar, tags)
                                on conflict do nothing
                                """), posts)
                .number("deliveries", each -> each.delivery().id().value())
                .number("accounts", each -> each.delivery().account().value())
                .time("ats", each -> Objects.requireNonNullElse(each.delivery().publishedAt(), now))
                .text(
                        "formats",
                        each -> each.nature() == null
                                ? ""
                                : each.nature().format().name())
                .number(
                        "pillars",
                        each -> each.nature() == null || each.nature().pillar() == null
                                ? null
                                : each.nature().pillar().value())
                .text(
                        "tags",
                        each -> each.nature() == null
                                ? ""
                                : String.join("\u001f", each.nature().tags()))
                .done()
                .update();
    }

    /** Counts again where somebody spoke, or something went, since it was counted. */
    void count(Instant now, int most) {
        jdbc.sql(COUNT)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    /** Posts that are alike in something: {@code squares} is the sum of the squares of their comments. */
    record Group(String dimension, String value, int posts, long comments, double squares, long people) {}

    List<Group> groups(Instant from, Instant to, ZoneId zone) {
        return jdbc.sql(GROUPS)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("zone", zone.getId())
                .query((row, n) -> new Group(
                        row.getString("dimension"),
                        row.getString("value"),
                        row.getInt("posts"),
                        row.getLong("comments"),
                        row.getDouble("squares"),
                        row.getLong("people")))
                .list();
    }

    /** A post that people stopped talking under, or never began; {@code conversation} null where there is none. */
    record Silent(
            DeliveryId delivery, @Nullable ConversationId conversation, Instant since, int comments, int people) {}

    /** Where at least {@code people} spoke, nobody waits for us, and the last word was said in between, the most talked of first. */
    List<Silent> fallen(Instant from, Instant to, int people, int most) {
        return jdbc.sql("""
                select p.delivery_id, k.id, k.last_at, p.comments, p.people
                from post_talk p join conversation k on k.brand_id = p.brand_id and k.delivery_id = p.delivery_id
                where p.brand_id = current_brand() and p.posted_at >= :posted and p.people >= :people
                  and k.last_at >= :from and k.last_at < :to and not k.waiting and not k.conflict
                order by p.people desc, k.last_at desc limit :most
                """)
                .param("posted", from.minus(Noticing.FIRST).atOffset(ZoneOffset.UTC))
                .param("people", people)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Silent(
                        new DeliveryId(row.getLong(1)),
                        new ConversationId(row.getLong(2)),
                        row.getTimestamp(3).toInstant(),
                        row.getInt(4),
                        row.getInt(5)))
                .list();
    }

    /** Those that went out in between and that nobody has said anything under, the latest first. */
    List<Silent> unheard(Instant from, Instant to, int most) {
        return jdbc.sql("""
                select delivery_id, posted_at from post_talk
                where brand_id = current_brand() and posted_at >= :from and posted_at < :to and comments = 0
                order by posted_at desc limit :most
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("to", to.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .query((row, n) -> new Silent(
                        new DeliveryId(row.getLong(1)),
                        null,
                        row.getTimestamp(2).toInstant(),
                        0,
                        0))
                .list();
    }
}
