package dev.parvi.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parvi.analysis.Measuring.Post;
import dev.parvi.community.Reckoning.UnderPost;
import dev.parvi.connector.Reads.Figure;
import dev.parvi.publishing.Delivery;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The examples of docs/figures.md. */
class TimingTest {

    private static final ZoneId HELSINKI = ZoneId.of("Europe/Helsinki");
    /** A Tuesday, 9:30 in Helsinki. */
    private static final Instant TUESDAY = Instant.parse("2026-10-06T06:30:00Z");

    static Delivery delivery(Instant at) {
        return new Delivery(
                new DeliveryId(1),
                new VersionId(1),
                new PostId(1),
                new AccountId(1),
                "test",
                0,
                false,
                false,
                DeliveryState.PUBLISHED,
                at,
                at,
                1,
                "Coffee is ready, come and have a cup of it",
                null,
                at,
                null,
                "",
                "",
                null,
                at,
                null);
    }

    private static Post post(Instant at, @Nullable Double times) {
        return new Post(delivery(at), null, "en", null, null, null, times, times, null);
    }

    private static List<Post> posts(double... tuesdays) {
        var posts = new ArrayList<Post>();
        DoubleStream.of(tuesdays).forEach(each -> posts.add(post(TUESDAY, each)));
        for (var n = posts.size(); n < Timing.ENOUGH; n++) {
            posts.add(post(TUESDAY.plus(Duration.ofHours(24L + 5 * n)), 1.0));
        }
        return posts;
    }

    @Test
    void few_posts_count_little_and_one_that_went_round_the_world_counts_as_five() {
        var times = Timing.of(posts(2, 2, 3, 9), HELSINKI);

        assertThat(times.tooFew()).isFalse();
        assertThat(times.posts()).isEqualTo(20);
        var best = times.best().getFirst();
        assertThat(best.day()).isEqualTo(DayOfWeek.TUESDAY);
        assertThat(best.hour()).as("on the clock of the brand").isEqualTo(9);
        assertThat(best.posts()).isEqualTo(4);
        assertThat(best.times()).isCloseTo(15 / 7.0, within(1e-9));
    }

    @Test
    void two_posts_and_what_is_usual_are_no_best_time() {
        assertThat(Timing.of(posts(4, 4), HELSINKI).best()).isEmpty();
        assertThat(Timing.of(posts(1, 1, 1, 1), HELSINKI).best()).isEmpty();
    }

    @Test
    void nineteen_posts_are_not_enough_and_those_without_figures_dont_count() {
        var posts = new ArrayList<>(posts(2, 2, 3, 9).subList(0, 19));
        posts.add(post(TUESDAY, null));
        var times = Timing.of(posts, HELSINKI);
        assertThat(times.tooFew()).isTrue();
        assertThat(times.posts()).isEqualTo(19);
        assertThat(times.best()).isEmpty();
    }

    @Test
    void what_no_network_tells_is_missing_and_what_the_desk_heard_stands_before_what_the_network_counts() {
        var nothing = Measuring.post(delivery(TUESDAY), null, null, null);
        assertThat(nothing.echo()).isNull();
        assertThat(nothing.reach()).isNull();
        var shown =
                new Snapshots.Latest(new AccountId(1), TUESDAY, Map.of(Figure.LIKES, 4L, Figure.REPLIES, 9L), TUESDAY);
        var told = Measuring.post(delivery(TUESDAY), null, null, shown);
        assertThat(told.reactions()).isEqualTo(4);
        assertThat(told.talk()).isEqualTo(9);
        assertThat(told.echo()).isEqualTo(13);
        var heard = Measuring.post(delivery(TUESDAY), null, new UnderPost(2, 2, TUESDAY), shown);
        assertThat(heard.talk()).isEqualTo(2);
        assertThat(heard.reach()).as("no views are told").isNull();
    }

    @Test
    void a_median_needs_five_posts_and_of_an_even_number_it_is_the_mean_of_both_in_the_middle() {
        var five = List.of(
                post(TUESDAY, 1.0), post(TUESDAY, 2.0), post(TUESDAY, 3.0), post(TUESDAY, 4.0), post(TUESDAY, null));
        assertThat(Measuring.medians(five)).isEmpty();
        var more = new ArrayList<>(five);
        more.add(post(TUESDAY, 9.0));
        more.add(post(TUESDAY, 9.0));
        assertThat(Measuring.medians(more)).isEqualTo(Map.of(new AccountId(1), 3.5));
    }

    @Test
    void what_three_ask_about_and_no_post_speaks_of_is_named() {
        var questions = List.of(
                "Do you have decaffeinated beans?",
                "When will decaffeinated beans come back?",
                "Is the decaffeinated any good? And the beans?",
                "Where can I park?");
        var spoken = new java.util.HashSet<>(dev.parvi.text.Keywords.of(
                        "Our new beans are here, from the farm to your cup", dev.parvi.text.Language.UNKNOWN)
                .keySet());
        assertThat(EnoughChapter.unspoken(questions, spoken))
                .containsExactly(new EnoughChapter.Unspoken("decaffeinated", 3));
    }
}
