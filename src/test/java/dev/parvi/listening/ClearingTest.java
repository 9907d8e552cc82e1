package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.shared.ItemId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
@Import(TestNews.class)
class ClearingTest {

    private static final List<String> TABLES =
            List.of("story", "story_item", "item", "item_version", "topic_match", "item_mood", "trait", "tip");

    @Autowired
    Given given;

    @Autowired
    TestNews news;

    @Autowired
    OldNews old;

    @Autowired
    StoryPosts posts;

    @Autowired
    Picking picking;

    @Autowired
    Collecting collecting;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;
    private SourceId source;

    @BeforeEach
    void a_source() {
        clock.set(HandClock.START);
        seat = given.brand();
        source = news.source(seat, "Herald");
    }

    private void clear(int days) {
        news.run(seat, new Clearing(old, transaction, clock, days)::clear);
    }

    private long count(String table) {
        return news.in(
                seat,
                () -> jdbc.sql("select count(*) from " + table + " where brand_id = current_brand()")
                        .query(Long.class)
                        .single());
    }

    private Fresh recall() {
        return new Fresh(
                "recall",
                "https://example.org/recall",
                TestNews.RECALL,
                TestNews.RECALL_WORDS,
                null,
                "",
                "en",
                "",
                clock.instant());
    }

    private void notes(ItemId item, StoryId story) {
        news.in(seat, () -> {
            for (var sql : List.of(
                    "insert into topic_match (brand_id, topic_id, item_id, seen_at, matched_at) values (current_brand(), 1, :item, :now, :now)",
                    "insert into item_mood (brand_id, item_id, mood) values (current_brand(), :item, 0)",
                    "insert into item_version (brand_id, item_id, number, title, words, until) values (current_brand(), :item, 1, '', '', :now)",
                    "insert into tip (brand_id, story_id, by_member, to_member, at) values (current_brand(), :story, :me, :me, :now)")) {
                jdbc.sql(sql)
                        .param("item", item.value())
                        .param("story", story.value())
                        .param("me", seat.member().value())
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .update();
            }
            return true;
        });
    }

    @Test
    void what_nothing_was_added_to_for_long_goes_with_all_that_is_known_of_it() {
        var item = news.hears(seat, source, recall());
        notes(item, news.story(seat, item));
        clock.pass(Duration.ofDays(59));
        clear(60);
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(count(table)).as(table).isOne());

        clock.pass(Duration.ofDays(2));
        clear(60);
        assertThat(TABLES)
                .allSatisfy(table -> assertThat(count(table)).as(table).isZero());
    }

    @Test
    void what_its_source_still_lists_is_no_news_again_edited_or_not() {
        var said = recall();
        news.hears(seat, source, said);
        clock.pass(Duration.ofDays(61));
        clear(60);
        var edited = new Fresh("recall", said.address(), "Edited", "Other words", null, "", "en", "", said.said());
        var taken = collecting.take(seat.brand(), source, List.of(said, edited));

        assertThat(taken.added()).isEmpty();
        assertThat(taken.edited()).isZero();
        assertThat(count("item")).isZero();
    }

    @Test
    void saved_stories_stay_and_those_that_we_posted_about_stay_for_the_figures() {
        var saved = news.story(seat, news.hears(seat, source, recall()));
        var posted = news.story(seat, news.says(seat, source, TestNews.OTHER, TestNews.OTHER_WORDS));
        news.in(seat, () -> {
            picking.save(seat, List.of(saved), true);
            posts.add(
                    posted,
                    new Coverage.Post(new PostId(1), clock.instant(), "", "", List.of(), posted),
                    Told.How.MADE);
            posts.date(posted);
            return true;
        });
        clock.pass(Duration.ofDays(399));
        clear(60);
        assertThat(count("story")).isEqualTo(2);

        clock.pass(Duration.ofDays(2));
        clear(60);
        assertThat(count("story")).isOne();
        assertThat(count("item")).isOne();
    }

    @Test
    void what_was_said_long_ago_and_seen_lately_stays() {
        news.says(
                seat,
                source,
                TestNews.OTHER,
                TestNews.OTHER_WORDS,
                "https://example.org/old",
                clock.instant().minus(Duration.ofDays(900)));
        clear(60);

        assertThat(count("story")).isOne();
    }

    @Test
    void years_of_it_go_in_batches_and_other_brands_keep_theirs() {
        var other = given.brand();
        news.says(other, news.source(other, "Theirs"), TestNews.RECALL, TestNews.RECALL_WORDS);
        laid(1_234, clock.instant());
        clock.pass(Duration.ofDays(100));
        clear(60);

        assertThat(count("story")).isZero();
        assertThat(count("item")).isZero();
        assertThat(count("item_past")).isEqualTo(1_234);
        assertThat(news.in(
                        other,
                        () -> jdbc.sql("select count(*) from story")
                                .query(Long.class)
                                .single()))
                .isOne();
    }

    private void laid(int stories, Instant at) {
        news.in(
                seat,
                () -> jdbc.sql("""
                        with i as (
                            insert into item (brand_id, source_id, key, seen_at, digest)
                            select current_brand(), :source, md5('k' || n)::uuid, :at, md5('d')::uuid from generate_series(1, :n) n returning id),
                        s as (
                            insert into story (brand_id, title, first_at, last_at, seen_at, first_source)
                            select current_brand(), 'T', :at, :at, :at, :source from i returning id)
                        insert into story_item (brand_id, item_id, story_id, source_id, at, seen_at, language)
                        select current_brand(), a.id, b.id, :source, :at, :at, 'en'
                        from (select id, row_number() over (order by id) n from i) a
                        join (select id, row_number() over (order by id) n from s) b using (n)
                        """)
                        .param("source", source.value())
                        .param("at", at.atOffset(ZoneOffset.UTC))
                        .param("n", stories)
                        .update());
    }

    @Test
    void of_each_source_only_so_many_names_are_remembered() {
        laid(30, clock.instant());
        clock.pass(Duration.ofDays(100));
        clear(60);
        news.in(seat, () -> {
            old.thin(12);
            return true;
        });

        assertThat(count("item_past")).isEqualTo(12);
    }

    @Test
    void a_setting_below_thirty_days_counts_as_thirty() {
        news.hears(seat, source, recall());
        clock.pass(Duration.ofDays(29));
        clear(1);
        assertThat(count("story")).isOne();
        clock.pass(Duration.ofDays(2));
        clear(1);
        assertThat(count("story")).isZero();
    }

    @Test
    void of_what_members_were_told_long_ago_nothing_is_kept() {
        news.in(seat, () -> {
            jdbc.sql("""
                            with r as (
                                insert into topic_rule (brand_id, member_id, condition, mail, push, quiet_minutes, made_at)
                                values (current_brand(), :me, 'EACH', false, false, 0, :now) returning id),
                            a as (
                                insert into topic_alert (brand_id, rule_id, member_id, condition, topic, things, lines, many, hours, at)
                                select current_brand(), id, :me, 'EACH', '', '{1}', '{x}', 1, 1, :now from r)
                            insert into topic_told (brand_id, rule_id, thing_id, told_at) select current_brand(), id, 1, :now from r
                            """)
                    .param("me", seat.member().value())
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
            return true;
        });
        clear(60);
        assertThat(count("topic_told")).isOne();
        clock.pass(Duration.ofDays(61));
        clear(60);

        assertThat(count("topic_told")).isZero();
        assertThat(count("topic_alert")).isZero();
        assertThat(count("topic_rule")).isOne();
    }
}
