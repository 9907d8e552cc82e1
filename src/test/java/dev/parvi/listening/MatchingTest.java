package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.ItemId;
import dev.parvi.shared.TopicId;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

class MatchingTest extends Picked {

    @Autowired
    Rematching rematching;

    @Autowired
    Topics topics;

    @Autowired
    Backlog backlog;

    @Autowired
    TopicItems items;

    @Autowired
    TopicMatches matches;

    @Autowired
    JdbcClient jdbc;

    private List<String> picked(TopicId topic) {
        return in(() -> choosing.one(seat, topic)).picks().stream()
                .map(pick ->
                        String.join("", pick.title().stream().map(Marked::text).toList()))
                .toList();
    }

    @Test
    void what_comes_in_is_matched_with_all_topics_of_its_brand() {
        var coffee = topic("kahvi");
        var price = topic("hinta");

        said("1", "Kahvin hinta nousee");
        said("2", "Kahvia juodaan");

        assertThat(picked(coffee)).containsExactly("Kahvia juodaan", "Kahvin hinta nousee");
        assertThat(picked(price)).containsExactly("Kahvin hinta nousee");
    }

    @Test
    void other_brands_neither_see_a_topic_nor_its_matches() {
        var coffee = topic("kahvi");
        said("1", "Kahvin hinta nousee");
        matching.matchAll();
        var other = given.brand();

        assertThat(Tenant.in(other.brand(), () -> choosing.all(other))).isEmpty();
        assertThatThrownBy(() -> Tenant.in(other.brand(), () -> choosing.one(other, coffee)))
                .isInstanceOf(NoSuchTopic.class);
        assertThat(Tenant.<Integer, RuntimeException>in(
                        other.brand(),
                        () -> transaction.execute(status -> jdbc.sql("select count(*) from topic_match")
                                .query(Integer.class)
                                .single())))
                .isZero();
        assertThat(Tenant.<Integer, RuntimeException>in(
                        other.brand(),
                        () -> transaction.execute(status -> jdbc.sql("select count(*) from topic")
                                .query(Integer.class)
                                .single())))
                .isZero();
    }

    /** The process that takes a batch dies before it commits: as if it had never taken it. */
    @Test
    void what_was_under_way_when_a_process_died_is_matched_once_by_the_next() {
        var coffee = topic("kahvi");
        for (var n = 0; n < 30; n++) {
            said("k" + n, "Kahvi " + n);
        }
        in(() -> {
            var all = jdbc.sql("delete from topic_match returning item_id")
                    .query((row, n) -> new ItemId(row.getLong(1)))
                    .list();
            backlog.add(Matching.FOLLOWER, all);
            return all;
        });
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    assertThat(backlog.take(Matching.FOLLOWER, 8)).hasSize(30);
                    matches.add(List.of(new TopicMatches.Match(coffee.value(), 1, clock.instant())), clock.instant());
                    status.setRollbackOnly();
                }));

        matching.matchAll();
        matching.matchAll();

        assertThat(picked(coffee)).hasSize(30).doesNotHaveDuplicates();
    }

    @Test
    void an_edit_is_matched_anew() {
        var coffee = topic("kahvi");
        var tea = topic("tee");
        said("1", "Kahvi kallistuu");
        matching.matchAll();

        said("1", "Tee kallistuu");
        matching.matchAll();

        assertThat(picked(coffee)).isEmpty();
        assertThat(picked(tea)).containsExactly("Tee kallistuu");
    }

    @Test
    void a_new_topic_picks_what_came_in_before_it_and_a_changed_one_lets_go() {
        said("1", "Kahvi kallistuu");
        said("2", "Tee kallistuu");
        matching.matchAll();

        var topic = topic("kahvi");
        assertThat(in(() -> choosing.one(seat, topic)).line().topic().again()).isTrue();
        rematching.goThroughAll();
        assertThat(picked(topic)).containsExactly("Kahvi kallistuu");
        assertThat(in(() -> choosing.one(seat, topic)).line().topic().again()).isFalse();

        Tenant.in(seat.brand(), () -> choosing.change(seat, topic, "A topic", "tee"));
        rematching.goThroughAll();
        said("3", "Tee ja kahvi");
        matching.matchAll();

        assertThat(picked(topic)).containsExactly("Tee ja kahvi", "Tee kallistuu");
    }

    @Test
    void going_through_again_goes_on_where_it_stopped() {
        for (var n = 0; n < Rematching.BATCH + 20; n++) {
            said("k" + n, "Kahvi " + n);
        }
        matching.matchAll();
        var topic = topic("kahvi");

        assertThat(Tenant.in(seat.brand(), rematching::step)).isTrue();
        assertThat(in(() -> topics.one(topic)).orElseThrow().again()).isTrue();
        assertThat(count(topic)).isEqualTo(Rematching.BATCH);

        rematching.goThroughAll();
        assertThat(count(topic)).isEqualTo(Rematching.BATCH + 20);
    }

    private int count(TopicId topic) {
        return in(() -> jdbc.sql("select count(*) from topic_match where topic_id = :id")
                .param("id", topic.value())
                .query(Integer.class)
                .single());
    }

    @Test
    void what_is_older_than_the_window_stays_as_it_is() {
        said("1", "Kahvi kallistuu");
        matching.matchAll();
        clock.pass(Previewing.DAYS.plusHours(1));

        var topic = topic("kahvi");
        rematching.goThroughAll();

        assertThat(picked(topic)).isEmpty();
    }

    /** Another node is another registry over the same tables. */
    @Test
    void a_topic_saved_on_one_node_is_matched_on_the_others() throws TopicMisread {
        var registry = new TopicRegistry(topics);
        try {
            in(() -> registry.current(seat.brand()));
            var topic = topic("kahvi");
            said("1", "Kahvi kallistuu");
            assertThat(matched(registry)).containsExactly(topic.value());

            Tenant.in(seat.brand(), () -> choosing.change(seat, topic, "A topic", "tee"));
            assertThat(matched(registry)).isEmpty();
            Tenant.in(seat.brand(), () -> choosing.change(seat, topic, "A topic", "kahvi"));
            assertThat(matched(registry)).containsExactly(topic.value());
            Tenant.run(seat.brand(), () -> choosing.remove(seat, topic));
            assertThat(matched(registry)).isEmpty();
        } finally {
            registry.close();
        }
    }

    private List<Long> matched(TopicRegistry registry) {
        BrandId brand = seat.brand();
        return in(() -> {
            var seen = items.before(Long.MAX_VALUE, clock.instant().minus(Duration.ofDays(1)), 10).stream()
                    .map(TopicItems.Seen::item)
                    .toList();
            var found = new ArrayList<Long>();
            registry.current(brand).match(brand, seen).values().forEach(found::addAll);
            return found;
        });
    }

    @Test
    void a_removed_topic_takes_its_matches_with_it() {
        var topic = topic("kahvi");
        said("1", "Kahvi kallistuu");
        matching.matchAll();

        Tenant.run(seat.brand(), () -> choosing.remove(seat, topic));
        said("2", "Kahvi halpenee");
        matching.matchAll();

        assertThat(count(topic)).isZero();
        assertThat(in(() -> choosing.all(seat))).isEmpty();
    }
}
