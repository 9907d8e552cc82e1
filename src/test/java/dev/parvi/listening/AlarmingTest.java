package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.TestBrowser;
import dev.parvi.shared.TopicId;
import dev.parvi.team.Role;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class AlarmingTest extends Alarmed {

    @Autowired
    Collecting collecting;

    @Autowired
    Choosing choosing;

    @Autowired
    Matching matching;

    private TestBrowser browser;
    private TopicId topic;

    @BeforeEach
    void a_topic() throws Exception {
        browser = new TestBrowser();
        topic = ((Choosing.Kept.Done) Tenant.in(seat.brand(), () -> choosing.add(seat, "Our coffee", "coffee"))).id();
    }

    @AfterEach
    void close() {
        browser.close();
    }

    private void rule(@Nullable TopicId of, Condition condition, int many, boolean mail, boolean push) {
        assertThat(Tenant.in(
                        seat.brand(),
                        () -> ruling.add(
                                seat, new TopicRule(0, of, condition, many, 2, mail, push, Duration.ofMinutes(30)))))
                .isTrue();
    }

    private void said(String key, String title) {
        collecting.take(
                seat.brand(), source, List.of(new Fresh(key, "", title, "", null, "", "en", "", clock.instant())));
        matching.matchAll();
    }

    private List<TopicAlert> told() {
        return Tenant.in(seat.brand(), () -> ruling.all(seat)).alerts();
    }

    @Test
    void each_item_is_told_once_on_the_page_and_by_mail() {
        rule(topic, Condition.EACH, 1, true, false);
        said("1", "Coffee is dear");
        said("2", "Tea is cheap");

        alarming.tellAll();
        alarming.tellAll();

        assertThat(post.mails).hasSize(1);
        assertThat(post.mails.getFirst())
                .contains("Our coffee: 1 new item")
                .contains("- Coffee is dear")
                .contains(given.at(seat) + "/topics/alerts")
                .doesNotContain("Tea");
        assertThat(told()).singleElement().satisfies(alert -> {
            assertThat(alert.lines()).containsExactly("Coffee is dear");
            assertThat(alert.fresh()).isTrue();
        });
        assertThat(told().getFirst().fresh()).isFalse();
    }

    @Test
    void what_comes_in_the_quiet_time_is_told_together_after_it() {
        rule(topic, Condition.EACH, 1, true, false);
        said("1", "Coffee one");
        alarming.tellAll();
        said("2", "Coffee two");
        said("3", "Coffee three");
        clock.pass(Duration.ofMinutes(29));
        alarming.tellAll();
        assertThat(post.mails).hasSize(1);

        clock.pass(Duration.ofMinutes(1));
        alarming.tellAll();

        assertThat(post.mails).hasSize(2);
        assertThat(post.mails.getLast())
                .contains("2 new items")
                .contains("two")
                .contains("three")
                .doesNotContain("one\n");
    }

    @Test
    void a_process_that_dies_while_it_tells_has_told_nothing_and_the_next_tells_all() {
        rule(topic, Condition.EACH, 1, true, false);
        said("1", "Coffee one");
        post.broken = true;
        alarming.tellAll();
        assertThat(told()).isEmpty();

        post.broken = false;
        alarming.tellAll();
        alarming.tellAll();

        assertThat(post.mails).hasSize(1);
        assertThat(told()).hasSize(1);
    }

    @Test
    void so_many_upset_mentions_make_one_alert_and_the_next_takes_as_many_new_ones() {
        rule(topic, Condition.NEGATIVE, 2, true, false);
        said("1", "I hate this coffee, it is awful and disgusting");
        said("2", "I love this coffee, it is wonderful");
        alarming.tellAll();
        assertThat(post.mails).isEmpty();

        said("3", "The coffee was terrible, worst ever, I am angry");
        alarming.tellAll();
        assertThat(post.mails).hasSize(1);
        assertThat(post.mails.getFirst())
                .contains("2 upset mentions within 2 h")
                .doesNotContain("wonderful");

        clock.pass(Duration.ofMinutes(40));
        said("4", "Awful coffee again, disgusting");
        alarming.tellAll();
        assertThat(post.mails).hasSize(1);
    }

    @Test
    void a_story_that_enough_sources_tell_is_told_once() {
        rule(topic, Condition.GROWING, 2, true, false);
        said("1", "Coffee is dear");
        story(1);
        alarming.tellAll();
        assertThat(post.mails).isEmpty();

        story(2);
        alarming.tellAll();
        clock.pass(Duration.ofMinutes(40));
        story(3);
        alarming.tellAll();

        assertThat(post.mails)
                .singleElement()
                .asString()
                .contains("Our coffee: a story is growing")
                .contains("Dear coffee");
    }

    /** The story of all that was said, told by so many sources. */
    private void story(int sources) {
        in(() -> {
            jdbc.sql("""
                    insert into story (brand_id, title, first_at, last_at, seen_at, first_source)
                    select current_brand(), 'Dear coffee', :now, :now, :now, 1
                    where not exists (select from story where brand_id = current_brand())
                    """).param("now", clock.instant().atOffset(ZoneOffset.UTC)).update();
            return jdbc.sql("""
                    insert into story_item (brand_id, item_id, story_id, source_id, at, seen_at, language)
                    select current_brand(), case when :n = 1 then (select max(id) from item) else -:n end, s.id, :n, :now, :now, 'en'
                    from story s where s.brand_id = current_brand()
                    """)
                    .param("n", sources)
                    .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                    .update();
        });
    }

    @Test
    void what_is_older_than_the_rule_and_what_is_muted_is_not_told() {
        said("1", "Coffee before");
        clock.pass(Duration.ofMinutes(1));
        rule(null, Condition.EACH, 1, true, false);
        alarming.tellAll();
        assertThat(post.mails).isEmpty();

        Tenant.run(seat.brand(), () -> choosing.mute(seat, topic, true));
        said("2", "Coffee muted");
        alarming.tellAll();
        assertThat(post.mails).isEmpty();
    }

    @Test
    void a_browser_that_wants_it_is_told_too() {
        in(() -> {
            pushing.add(seat.member(), browser.subscription(), clock.instant());
            return 0;
        });
        rule(topic, Condition.EACH, 1, false, true);
        said("1", "Coffee one");

        alarming.tellAll();

        assertThat(post.mails).isEmpty();
        assertThat(browser.read())
                .singleElement()
                .asString()
                .contains("Our coffee: 1 new item")
                .contains("Coffee one");
    }

    @Test
    void rules_and_alerts_are_each_members_own() {
        rule(topic, Condition.EACH, 1, false, false);
        said("1", "Coffee one");
        alarming.tellAll();
        var colleague = given.colleague(seat, Role.AUTHOR);

        var theirs = Tenant.in(seat.brand(), () -> ruling.all(colleague));
        assertThat(theirs.rules()).isEmpty();
        assertThat(theirs.alerts()).isEmpty();
        var mine = Tenant.in(seat.brand(), () -> ruling.all(seat)).rules().getFirst();
        Tenant.run(seat.brand(), () -> ruling.remove(colleague, mine.id()));
        assertThat(Tenant.in(seat.brand(), () -> ruling.all(seat)).rules()).hasSize(1);
    }
}
