package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class CollectingTest {

    @Autowired
    Given given;

    @Autowired
    Following following;

    @Autowired
    Collecting collecting;

    @Autowired
    Items items;

    @Autowired
    Backlog backlog;

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
        seat = given.brand();
        source = in(() -> following.add(seat, NewSource.feed("https://example.org/feed", "Example", List.of())))
                .id();
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private static Fresh fresh(String key, String title, @Nullable Instant said) {
        return new Fresh(key, "https://example.org/" + key, title, "Words", null, "Ann", "en", "", said);
    }

    private Source source() {
        return in(() -> following.one(seat, source));
    }

    @Test
    void what_is_new_comes_in_with_the_oldest_first() {
        var said = clock.instant().minus(Duration.ofHours(1));
        var taken =
                collecting.take(seat.brand(), source, List.of(fresh("2", "Second", said), fresh("1", "First", said)));

        assertThat(taken.added()).extracting(Item::title).containsExactly("First", "Second");
        assertThat(in(() -> items.of(taken.added().stream().map(Item::id).toList())))
                .isEqualTo(taken.added());
        assertThat(source().figures().items()).isEqualTo(2);
        assertThat(source().spokeAt()).isEqualTo(clock.instant());
    }

    @Test
    void the_same_again_changes_nothing() {
        collecting.take(seat.brand(), source, List.of(fresh("1", "First", null)));
        var again = collecting.take(seat.brand(), source, List.of(fresh("1", "First", null)));

        assertThat(again.added()).isEmpty();
        assertThat(again.edited()).isZero();
    }

    @Test
    void one_key_is_one_item_within_a_batch() {
        var taken =
                collecting.take(seat.brand(), source, List.of(fresh("1", "Newest", null), fresh("1", "Older", null)));

        assertThat(taken.added()).extracting(Item::title).containsExactly("Newest");
    }

    @Test
    void what_was_edited_keeps_both_its_forms() {
        var id = collecting
                .take(seat.brand(), source, List.of(fresh("1", "Frist", null)))
                .added()
                .getFirst()
                .id();
        var again = collecting.take(seat.brand(), source, List.of(fresh("1", "First", null)));

        assertThat(again.edited()).isEqualTo(1);
        assertThat(in(() -> items.of(List.of(id)))).extracting(Item::title).containsExactly("First");
        assertThat(in(() -> jdbc.sql("select title from item_version")
                        .query(String.class)
                        .list()))
                .containsExactly("Frist");
    }

    @Test
    void a_time_that_has_not_come_is_now_and_one_before_the_web_is_none() {
        var taken = collecting.take(
                seat.brand(),
                source,
                List.of(
                        fresh("1", "Tomorrow", clock.instant().plus(Duration.ofDays(1))),
                        fresh("2", "Long ago", Instant.EPOCH)));

        assertThat(taken.added()).extracting(Item::said).containsExactly(null, clock.instant());
    }

    @Test
    void several_sources_come_in_at_once_and_one_key_in_two_of_them_is_two_items() {
        var other = in(() -> following.add(seat, NewSource.feed("https://example.org/other", "", List.of())))
                .id();
        var taken = collecting.take(
                seat.brand(),
                Map.of(source, List.of(fresh("1", "Here", null)), other, List.of(fresh("1", "There", null))));

        assertThat(taken.added()).hasSize(2);
    }

    @Test
    void what_waits_for_a_follower_is_taken_once() {
        var taken = collecting.take(seat.brand(), source, List.of(fresh("1", "First", null)));
        var ids = taken.added().stream().map(Item::id).toList();
        in(() -> {
            backlog.add("a-test", ids);
            return true;
        });

        assertThat(backlog.brands("a-test")).contains(seat.brand());
        assertThat(in(() -> backlog.take("another", 10))).isEmpty();
        assertThat(in(() -> backlog.take("a-test", 10))).isEqualTo(ids);
        assertThat(in(() -> backlog.take("a-test", 10))).isEmpty();
    }
}
