package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.parvi.shared.StoryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(TestNews.class)
class RisingTest {

    @Autowired
    Given given;

    @Autowired
    TestNews news;

    @Autowired
    Rising rising;

    @Autowired
    Browsing browsing;

    @Autowired
    HandClock clock;

    private static final String[] QUIET = {
        "museum reopened", "bridge painted", "choir sang", "market moved", "library closed"
    };

    private Seat seat;

    @BeforeEach
    void begin() {
        clock.set(HandClock.START);
        seat = given.brand();
    }

    /** Five stories of one item each on each of the last working days at this hour. */
    private void usualDays() {
        var source = news.source(seat, "Usual");
        for (var day = 1; day <= 8; day++) {
            for (var n = 0; n < QUIET.length; n++) {
                var at = clock.instant().minus(Duration.ofDays(day)).minus(Duration.ofMinutes(20));
                news.says(seat, source, QUIET[n], "", "https://u.example/" + day + "/" + n, at);
            }
        }
    }

    private void look() {
        news.run(seat, rising::look);
    }

    private Rising.Now now() {
        return news.in(seat, () -> rising.now(seat));
    }

    @Test
    void a_story_that_grows_faster_than_usual_is_flagged_once_with_its_numbers() {
        usualDays();
        var story = news.recall(seat, 7);
        look();
        look();

        var flags = now().rises().stream().filter(each -> each.story() != null).toList();
        assertThat(flags).singleElement().satisfies(flag -> {
            assertThat(flag.story()).isEqualTo(story);
            assertThat(flag.n()).isEqualTo(7);
            assertThat(flag.sources()).isEqualTo(7);
            assertThat(flag.usual()).isCloseTo(1, within(0.2));
            assertThat(flag.basis()).isGreaterThanOrEqualTo(Rising.BASIS_STORIES);
            assertThat(flag.right()).isNull();
        });
        assertThat(now().rises()).anySatisfy(flag -> assertThat(flag.word()).isEqualTo("Kajo"));
        assertThat(list()).contains(story);
    }

    private List<StoryId> list() {
        return news
                .in(seat, () -> browsing.list(seat, StoryFilter.NEW.order(StoryFilter.Order.RISING), null, 10))
                .stories()
                .stream()
                .map(Story::id)
                .toList();
    }

    @Test
    void a_flag_is_judged_six_hours_later_by_who_joined_in() {
        usualDays();
        news.recall(seat, 7);
        look();
        clock.pass(Duration.ofHours(2));
        news.recall(seat, 3);
        clock.pass(Duration.ofHours(4).plusMinutes(1));
        look();

        var judged = news.in(seat, () -> rising.history(seat, 10)).stream()
                .filter(each -> each.story() != null)
                .toList();
        assertThat(judged).singleElement().satisfies(flag -> {
            assertThat(flag.joined()).isEqualTo(3);
            assertThat(flag.right()).isTrue();
        });
        assertThat(now().rightness().right()).isPositive();
    }

    @Test
    void nothing_is_flagged_before_there_is_something_to_compare_with() {
        news.recall(seat, 6);
        look();

        assertThat(now().rises()).isEmpty();
    }

    @Test
    void chance_is_poissons() {
        assertThat(Rising.chance(4, 1)).isCloseTo(0.0190, within(0.0001));
        assertThat(Rising.chance(0, 2)).isEqualTo(1);
        assertThat(Rising.rises(5, 0)).isTrue();
        assertThat(Rising.rises(5, 2)).isFalse();
        assertThat(Rising.rises(3, 0)).isFalse();
    }
}
