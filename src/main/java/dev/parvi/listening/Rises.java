package dev.parvi.listening;

import dev.parvi.brand.Branding;
import dev.parvi.listening.Told.Growth;
import dev.parvi.listening.Told.Hour;
import dev.parvi.shared.StoryId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How stories and words grow, and what was flagged; in the brand whose scope it is. */
@Repository
class Rises {

    /** These hours of earlier days of the same kind, in the brand's zone: starts and ends of windows. */
    private static final String WINDOWS = """
            with windows as (
                select (:now::timestamptz at time zone :zone - make_interval(days => d)) at time zone :zone as ends
                from generate_series(1, :days) d
                where (extract(isodow from :now::timestamptz at time zone :zone - make_interval(days => d)) >= 6)
                    = (extract(isodow from :now::timestamptz at time zone :zone) >= 6))
            """;

    private static final String COLUMNS = """
            select r.id, r.story_id, r.shown, r.at, r.hours, r.n, r.sources, r.usual, r.basis, r.joined, r.was_right from rise r
            """;

    private final JdbcClient jdbc;
    private final Branding branding;

    Rises(JdbcClient jdbc, Branding branding) {
        this.jdbc = jdbc;
        this.branding = branding;
    }

    /** What grew, and how much; the story is null for a word. */
    record Growing(@Nullable StoryId story, String word, String shown, int n, int sources) {}

    /** What is usual, and what that was reckoned from. */
    record Usual(double n, int basis) {}

    private JdbcClient.StatementSpec windows(String sql, Instant now) {
        return jdbc.sql(WINDOWS + sql)
                .param("now", now.toString())
                .param("zone", branding.current().zone().getId())
                .param("days", Rising.DAYS)
                .param("hours", Rising.HOURS);
    }

    /** Items in these hours of a story that got any in them. */
    Usual usualOfStories(Instant now) {
        return windows("""
                select coalesce(sum(c.n), 0) as n, coalesce(sum(c.stories), 0) as stories from windows w cross join lateral (
                    select count(*) as n, count(distinct story_id) as stories from story_item i
                    where i.brand_id = current_brand() and i.at > w.ends - make_interval(hours => :hours) and i.at <= w.ends) c
                """, now)
                .query((row, n) ->
                        new Usual(row.getDouble("n") / Math.max(1, row.getInt("stories")), row.getInt("stories")))
                .single();
    }

    /** Earlier days of the same kind in which anything was said in these hours. */
    int days(Instant now) {
        return windows("""
                select count(*) from windows w where exists (
                    select from word_hour h where h.brand_id = current_brand()
                      and h.hour > w.ends - make_interval(hours => :hours + 1) and h.hour <= w.ends)
                """, now).query(Integer.class).single();
    }

    /** How often it was said in these hours of such a day; full hours stand for those that began within them. */
    Usual usualOfWord(String word, int days, Instant now) {
        return windows("""
                select coalesce(sum(h.n), 0)::float / :basis as n from windows w join word_hour h on h.brand_id = current_brand()
                    and h.word = :word and h.hour > w.ends - make_interval(hours => :hours) and h.hour <= w.ends
                """, now)
                .param("word", word)
                .param("basis", days)
                .query((row, n) -> new Usual(row.getDouble("n"), days))
                .single();
    }

    List<Growing> growing(Instant from, Instant now, int least, int sources) {
        return jdbc.sql("""
                select i.story_id, count(*) as n, count(distinct i.source_id) as sources from story_item i
                where i.brand_id = current_brand() and i.at > :from and i.at <= :now group by 1
                having count(*) >= :least and count(distinct i.source_id) >= :sources
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("least", least)
                .param("sources", sources)
                .query((row, n) -> new Growing(
                        new StoryId(row.getLong("story_id")), "", "", row.getInt("n"), row.getInt("sources")))
                .list();
    }

    List<Growing> said(Instant from, Instant now, int least, int sources) {
        return jdbc.sql("""
                select s.word, count(*) as n, count(distinct s.source_id) as sources, (
                    select h.shown from word_hour h where h.brand_id = current_brand() and h.word = s.word order by h.hour desc limit 1) as shown
                from word_said s where s.brand_id = current_brand() and s.at > :from and s.at <= :now group by s.word
                having count(*) >= :least and count(distinct s.source_id) >= :sources order by n desc limit 200
                """)
                .param("from", from.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("least", least)
                .param("sources", sources)
                .query((row, n) -> new Growing(
                        null, row.getString("word"), row.getString("shown"), row.getInt("n"), row.getInt("sources")))
                .list();
    }

    /** Once a day for each story and word; muted and dismissed stories aren't. */
    void flag(Growing what, Usual usual, Instant now) {
        jdbc.sql("""
                with added as (
                    insert into rise (brand_id, kind, story_id, word, shown, at, hours, n, sources, usual, basis)
                    select current_brand(), :kind, :story::bigint, :word, :shown, :now, :hours, :n, :sources, :usual, :basis
                    where not exists (
                        select from rise r where r.brand_id = current_brand() and r.at > :dayAgo and r.word = :word
                          and r.story_id is not distinct from :story::bigint)
                      and not exists (
                        select from story t where t.brand_id = current_brand() and t.id = :story::bigint
                          and (t.muted_at is not null or t.dismissed_at is not null))
                    returning id, story_id)
                update story t set rise_id = a.id from added a where t.brand_id = current_brand() and t.id = a.story_id
                """)
                .param("kind", what.story() == null ? "WORD" : "STORY")
                .param("story", what.story() == null ? null : what.story().value())
                .param("word", what.word())
                .param("shown", what.shown())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("dayAgo", now.minus(Duration.ofDays(1)).atOffset(ZoneOffset.UTC))
                .param("hours", Rising.HOURS)
                .param("n", what.n())
                .param("sources", what.sources())
                .param("usual", usual.n())
                .param("basis", usual.basis())
                .update();
    }

    /** Counts who joined in after flags that are so old. */
    void judge(Instant before, Instant now) {
        jdbc.sql("""
                update rise r set judged_at = :now, joined = j.n, was_right = j.n >= :joining
                from rise o cross join lateral (
                    select count(*) as n from (
                        select i.source_id, min(i.at) as at from story_item i
                        where o.kind = 'STORY' and i.brand_id = o.brand_id and i.story_id = o.story_id group by 1
                        union all
                        select s.source_id, min(s.at) from word_said s
                        where o.kind = 'WORD' and s.brand_id = o.brand_id and s.word = o.word and s.at > o.at - make_interval(hours => o.hours)
                        group by 1) first
                    where first.at > o.at and first.at <= o.at + :within::interval) j
                where o.brand_id = current_brand() and o.judged_at is null and o.at <= :before and r.brand_id = o.brand_id and r.id = o.id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("before", before.atOffset(ZoneOffset.UTC))
                .param("joining", Rising.JOINING)
                .param("within", Rising.JUDGED.toString())
                .update();
    }

    List<Rise> since(Instant since) {
        return jdbc.sql(COLUMNS + """
                left join story t on t.brand_id = r.brand_id and t.id = r.story_id
                where r.brand_id = current_brand() and r.at >= :since and (r.kind = 'WORD' or t.id is not null)
                  and t.muted_at is null and t.dismissed_at is null order by r.at desc, r.n desc, r.id
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Rises::rise)
                .list();
    }

    List<Rise> judged(int most) {
        return jdbc.sql(
                        COLUMNS
                                + " where r.brand_id = current_brand() and r.judged_at is not null order by r.at desc, r.id desc limit :most")
                .param("most", most)
                .query(Rises::rise)
                .list();
    }

    Rising.Rightness rightness(Instant since) {
        return jdbc.sql("""
                select count(*) as judged, count(*) filter (where was_right) as right_ones from rise
                where brand_id = current_brand() and at >= :since and judged_at is not null
                """)
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new Rising.Rightness(row.getInt("judged"), row.getInt("right_ones")))
                .single();
    }

    /** How a story has grown since it was first told. */
    Growth growth(StoryId story, Instant first, Instant now) {
        var hours = jdbc.sql("""
                select h as from_at, count(i.item_id) as items, count(distinct i.source_id) as sources
                from generate_series(date_trunc('hour', greatest(:first::timestamptz, :oldest::timestamptz)),
                    date_trunc('hour', :now::timestamptz), interval '1 hour') h
                left join story_item i on i.brand_id = current_brand() and i.story_id = :story and i.at >= h and i.at < h + interval '1 hour'
                group by h order by h
                """)
                .param("story", story.value())
                .param("first", first.toString())
                .param(
                        "oldest",
                        now.minus(Duration.ofHours(Browsing.HOURS - 1L)).toString())
                .param("now", now.toString())
                .query((row, n) ->
                        new Hour(row.getTimestamp("from_at").toInstant(), row.getInt("items"), row.getInt("sources")))
                .list();
        var usual = usualOfStories(now);
        var lately = jdbc.sql("""
                select count(*), count(distinct source_id) from story_item
                where brand_id = current_brand() and story_id = :story and at > :from and at <= :now
                """)
                .param("story", story.value())
                .param("from", now.minus(Duration.ofHours(Rising.HOURS)).atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new int[] {row.getInt(1), row.getInt(2)})
                .single();
        return new Growth(hours, lately[0], lately[1], usual.basis() < Rising.BASIS_STORIES ? null : usual.n());
    }

    private static Rise rise(ResultSet row, int n) throws SQLException {
        var story = row.getObject("story_id", Long.class);
        return rise(row, "id", "at", "sources", story == null ? null : new StoryId(story), row.getString("shown"));
    }

    static Rise rise(ResultSet row, String id, String at, String sources, @Nullable StoryId story, String word)
            throws SQLException {
        return new Rise(
                row.getLong(id),
                story,
                word,
                row.getTimestamp(at).toInstant(),
                row.getInt("hours"),
                row.getInt("n"),
                row.getInt(sources),
                row.getDouble("usual"),
                row.getInt("basis"),
                row.getObject("joined", Integer.class),
                row.getObject("was_right", Boolean.class));
    }
}
