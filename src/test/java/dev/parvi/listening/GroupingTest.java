package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.listening.StoryFilter.View;
import dev.parvi.listening.Told.Telling;
import dev.parvi.listening.Told.Voice;
import dev.parvi.shared.StoryId;
import dev.parvi.shared.TopicId;
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
class GroupingTest {

    @Autowired
    Given given;

    @Autowired
    TestNews news;

    @Autowired
    Browsing browsing;

    @Autowired
    Following following;

    @Autowired
    Collecting collecting;

    @Autowired
    Backlog backlog;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void begin() {
        seat = given.brand();
    }

    private Told told(StoryId id) {
        return news.in(seat, () -> browsing.one(seat, id));
    }

    private List<Story> list(StoryFilter filter) {
        return news.in(seat, () -> browsing.list(seat, filter, null, 50).stories());
    }

    @Test
    void two_sources_that_tell_the_same_are_one_story_in_the_order_in_which_they_spoke() {
        var late = news.source(seat, "Late Echo");
        var early = news.source(seat, "Early Bird");
        var now = clock.instant();
        var second = news.says(seat, late, TestNews.RECALL, TestNews.RECALL_WORDS, "https://late.example/1", now);
        var first = news.says(
                seat,
                early,
                TestNews.RECALL_AGAIN,
                TestNews.RECALL_AGAIN_WORDS,
                "https://early.example/1",
                now.minusSeconds(600));
        var other = news.says(seat, late, TestNews.OTHER, TestNews.OTHER_WORDS);

        var story = told(news.story(seat, first));
        assertThat(news.story(seat, second)).isEqualTo(story.story().id());
        assertThat(news.story(seat, other)).isNotEqualTo(story.story().id());
        assertThat(story.tellings()).extracting(Telling::name).containsExactly("Early Bird", "Late Echo");
        assertThat(story.voices()).extracting(Voice::place).containsExactly(1, 2);
        assertThat(story.story().firstName()).isEqualTo("Early Bird");
        assertThat(story.story().title()).isEqualTo(TestNews.RECALL_AGAIN);
        assertThat(story.story().first()).isEqualTo(now.minusSeconds(600));
        assertThat(story.story().sources()).isEqualTo(2);
        assertThat(story.story().words()).contains("Kajo");
        var figures = news.in(seat, () -> following.one(seat, early)).figures();
        assertThat(figures.told()).isOne();
        assertThat(figures.firsts()).isOne();
        assertThat(news.in(seat, () -> following.one(seat, late)).figures().firsts())
                .isZero();
    }

    @Test
    void a_copy_names_what_it_copies() {
        var first = news.says(seat, news.source(seat, "A"), TestNews.RECALL, TestNews.RECALL_WORDS);
        var copy = news.says(
                seat, news.source(seat, "B"), "Recall: Kajo dark roast", TestNews.RECALL_WORDS + " (Wirefield)");

        assertThat(told(news.story(seat, copy)).tellings())
                .extracting(Telling::copyOf)
                .containsExactly(null, first);
    }

    @Test
    void the_same_in_another_week_is_another_story() {
        var source = news.source(seat, "A");
        var before = news.says(
                seat,
                source,
                TestNews.RECALL,
                TestNews.RECALL_WORDS,
                "https://a.example/1",
                clock.instant().minus(Duration.ofDays(8)));
        var after = news.says(seat, source, TestNews.RECALL, TestNews.RECALL_WORDS);

        assertThat(news.story(seat, after)).isNotEqualTo(news.story(seat, before));
    }

    @Test
    void names_in_another_script_and_numbers_lead_from_one_language_to_another() {
        var first = news.hears(
                seat,
                news.source(seat, "A"),
                new Fresh(
                        "1",
                        "",
                        "Havstrom to buy Revontuli for 3.4 bln euros",
                        "The Norwegian group Havstrom offers 3.4 bln euros for Revontuli Energia of Rovaniemi.",
                        null,
                        "",
                        "en",
                        "",
                        clock.instant()));
        var second = news.hears(
                seat,
                news.source(seat, "B"),
                new Fresh(
                        "1",
                        "",
                        "Норвежская «Хавстрём» покупает финскую «Ревонтули»",
                        "Сумма сделки составит 3,4 млрд евро. Концерн Хавстрём получит Ревонтули Энергиа из Рованиеми.",
                        null,
                        "",
                        "ru",
                        "",
                        clock.instant()));

        assertThat(news.story(seat, second)).isEqualTo(news.story(seat, first));
    }

    @Test
    void an_item_is_grouped_once_however_often_it_waits() {
        var item = news.says(seat, news.source(seat, "A"), TestNews.RECALL, TestNews.RECALL_WORDS);
        var story = news.story(seat, item);
        news.in(seat, () -> {
            backlog.add(Grouping.NAME, List.of(item, item));
            return true;
        });
        news.group(seat);

        assertThat(news.story(seat, item)).isEqualTo(story);
        assertThat(told(story).tellings()).hasSize(1);
        assertThat(list(StoryFilter.NEW)).hasSize(1);
    }

    @Test
    void an_edit_renames_the_story_and_leaves_the_item_in_it() {
        var source = news.source(seat, "A");
        var item =
                news.says(seat, source, TestNews.RECALL, TestNews.RECALL_WORDS, "https://a.example/1", clock.instant());
        news.says(
                seat,
                source,
                "Kajo recalls all of its dark roast",
                TestNews.RECALL_WORDS,
                "https://a.example/1",
                clock.instant());

        var story = told(news.story(seat, item));
        assertThat(story.story().title()).isEqualTo("Kajo recalls all of its dark roast");
        assertThat(story.tellings()).hasSize(1);
    }

    @Test
    void lists_are_narrowed_and_go_on_where_the_last_page_ended() {
        var story = news.recall(seat, 3);
        var source = news.source(seat, "B");
        clock.pass(Duration.ofMinutes(1));
        var other = news.story(seat, news.says(seat, source, TestNews.OTHER, TestNews.OTHER_WORDS));

        assertThat(list(StoryFilter.NEW)).extracting(Story::id).containsExactly(other, story);
        assertThat(list(StoryFilter.NEW.order(StoryFilter.Order.WIDE)))
                .extracting(Story::id)
                .containsExactly(story, other);
        assertThat(list(StoryFilter.NEW.order(StoryFilter.Order.RISING))).isEmpty();
        assertThat(list(StoryFilter.NEW.source(source))).extracting(Story::id).containsExactly(other);
        assertThat(list(StoryFilter.NEW.words("recalled packet")))
                .extracting(Story::id)
                .containsExactly(story);
        assertThat(list(StoryFilter.NEW.language("fi"))).isEmpty();
        assertThat(list(StoryFilter.NEW.topic(new TopicId(0)))).isEmpty();
        assertThat(list(StoryFilter.NEW.view(View.POSTED))).isEmpty();
        for (var order : StoryFilter.Order.values()) {
            var first = news.in(seat, () -> browsing.list(seat, StoryFilter.NEW.order(order), null, 1));
            var next = first.next();
            if (next != null) {
                var second = news.in(
                        seat,
                        () -> browsing.list(seat, StoryFilter.NEW.order(order), StoryList.Place.of(next.text()), 1));
                assertThat(second.stories()).hasSize(1).doesNotContainAnyElementsOf(first.stories());
                assertThat(second.next()).isNull();
            }
        }
    }

    @Test
    void growth_is_counted_by_the_hour() {
        var story = news.recall(seat, 3);
        clock.pass(Duration.ofHours(2));

        var growth = told(story).growth();
        assertThat(growth.hours()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(growth.hours().stream().mapToInt(Told.Hour::items).sum()).isEqualTo(3);
        assertThat(growth.lately()).isEqualTo(3);
        assertThat(growth.usual()).isNull();
    }

    @Test
    void another_brand_sees_nothing_of_it() {
        var story = news.recall(seat, 2);
        var stranger = given.brand();

        assertThat(news.in(
                        stranger,
                        () -> browsing.list(stranger, StoryFilter.NEW, null, 50).stories()))
                .isEmpty();
        assertThatThrownBy(() -> news.in(stranger, () -> browsing.one(stranger, story)))
                .isInstanceOf(NoSuchStory.class);
    }
}
