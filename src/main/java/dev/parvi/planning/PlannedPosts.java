package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Posts as the calendar shows them: one row for a post at one time, however many accounts it goes to. */
@Repository
class PlannedPosts {

    /** What narrows them down; left out where nothing does, so that one plan serves every window. */
    private static final String FITS = """
            and (:account::bigint is null or v.account_id = :account)
            and (:anything or exists (
                select from post p where p.brand_id = v.brand_id and p.id = v.post_id
                  and (:tag = '' or exists (select from unnest(p.tags) each where lower(each) = lower(:tag)))
                  and (:pillar::bigint is null or p.pillar_id = :pillar)))
            """;

    /** Counted first, out of the index alone: of a full day only the first ones are then looked at. */
    private static final String ROWS = """
            select e.post_id, e.planned_at, e.versions, e.sealed, m.many,
                   left(coalesce(nullif(p.title, ''), p.text), 120) as said, array_to_string(p.tags, chr(10)) as tags, p.pillar_id
            from unnest(:starts::timestamptz[], :ends::timestamptz[]) d (starts, ends)
            cross join lateral (
                select count(*) as many from (
                    select from version v where v.planned_at >= d.starts and v.planned_at < d.ends %1$s
                    group by v.planned_at, v.post_id) each) m
            cross join lateral (
                select v.post_id, v.planned_at, string_agg(v.id || ':' || v.account_id, ' ' order by v.id) as versions,
                       bool_or(v.sealed_at is not null) as sealed
                from version v
                where m.many > 0 and v.planned_at >= d.starts and v.planned_at < d.ends %1$s
                group by v.planned_at, v.post_id order by v.planned_at, v.post_id limit :most) e
            join post p on p.brand_id = current_brand() and p.id = e.post_id order by e.planned_at, e.post_id
            """;

    private static final String ALL = ROWS.formatted("");
    private static final String FITTING = ROWS.formatted(FITS);

    private final JdbcClient jdbc;

    PlannedPosts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Those planned from {@code from} until before {@code to}, by time.
     *
     * @param most how many of each day
     */
    List<Row> between(Instant from, Instant to, Filter filter, ZoneId zone, int most) {
        var days = days(from, to, zone).stream().map(Instant::toString).toList();
        var anything = filter.tag().isEmpty() && filter.pillar() == null;
        var asked = jdbc.sql(anything && filter.account() == null ? ALL : FITTING)
                .param("starts", days.subList(0, days.size() - 1).toArray(String[]::new))
                .param("ends", days.subList(1, days.size()).toArray(String[]::new))
                .param("most", most);
        if (!anything || filter.account() != null) {
            asked = asked.param(
                            "account",
                            filter.account() == null ? null : filter.account().value())
                    .param("anything", anything)
                    .param("tag", filter.tag())
                    .param(
                            "pillar",
                            filter.pillar() == null ? null : filter.pillar().value());
        }
        return asked.query((row, n) -> row(row, zone)).list();
    }

    /** Where each day of the window begins in the zone, and where the last one ends. */
    private static List<Instant> days(Instant from, Instant to, ZoneId zone) {
        var days = new ArrayList<Instant>();
        for (var day = from; day.isBefore(to); day = next(day, zone)) {
            days.add(day);
        }
        days.add(to);
        return days;
    }

    private static Instant next(Instant day, ZoneId zone) {
        return LocalDate.ofInstant(day, zone).plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** The tags of the 500 posts that were changed last, by how often, at most 50. */
    List<String> tags() {
        return jdbc.sql("""
                select tag from (
                    select unnest(tags) as tag from (select tags from post order by changed_at desc, id desc limit 500) recent
                ) t group by tag order by count(*) desc, tag limit 50
                """).query((row, n) -> row.getString(1)).list();
    }

    /** Posts in full, for an export. */
    Map<PostId, Post> all(Collection<PostId> posts) {
        var all = new HashMap<PostId, Post>();
        jdbc.sql("select * from post where id = any(:ids)")
                .param("ids", posts.stream().map(PostId::value).toArray(Long[]::new))
                .query((row, n) -> all.put(new PostId(row.getLong("id")), Posts.post(row)))
                .list();
        return all;
    }

    /** @param many how many there are on its day */
    record Row(Entry entry, int many) {}

    private static Row row(ResultSet row, ZoneId zone) throws SQLException {
        var at = row.getObject(2, OffsetDateTime.class).toInstant();
        var versions = row.getString(3).split(" ");
        var sealed = row.getBoolean(4);
        var tags = row.getString(7);
        var pillar = row.getLong(8);
        var entry = new Entry(
                new PostId(row.getLong(1)),
                at,
                LocalDateTime.ofInstant(at, zone),
                said(row.getString(6)),
                tags.isEmpty() ? List.of() : List.of(tags.split("\n")),
                pillar == 0 ? null : new PillarId(pillar),
                numbers(versions, 0).map(VersionId::new).toList(),
                numbers(versions, 1).map(AccountId::new).toList(),
                sealed,
                List.of(),
                sealed ? Fates.State.SENDING : Fates.State.PLANNED);
        return new Row(entry, row.getInt(5));
    }

    private static String said(@Nullable String text) {
        return text == null ? "" : text.strip();
    }

    /** One of the two numbers of each pair, {@code 12:3}. */
    private static Stream<Long> numbers(String[] pairs, int which) {
        return Arrays.stream(pairs).map(pair -> Long.valueOf(pair.split(":")[which]));
    }
}
