package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.listening.StoryFilter.View;
import dev.parvi.shared.StoryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(TestNews.class)
class RegroupingTest {

    @Autowired
    Given given;

    @Autowired
    TestNews news;

    @Autowired
    Regrouping regrouping;

    @Autowired
    Browsing browsing;

    @Autowired
    Picking picking;

    @Autowired
    Hushing hushing;

    @Autowired
    Tidying tidying;

    @Autowired
    HandClock clock;

    private Seat seat;

    @BeforeEach
    void begin() {
        seat = given.brand();
    }

    private List<StoryId> list(Seat who, View view) {
        return news.in(who, () -> browsing.list(who, StoryFilter.NEW.view(view), null, 50)).stories().stream()
                .map(Story::id)
                .toList();
    }

    private Story story(StoryId id) {
        return news.in(seat, () -> browsing.one(seat, id)).story();
    }

    @Test
    void an_item_taken_out_stays_out_and_what_is_like_it_follows_it() {
        var story = news.recall(seat, 3);
        var out = news.in(seat, () -> browsing.one(seat, story))
                .tellings()
                .get(1)
                .item()
                .id();

        var fresh = news.in(seat, () -> regrouping.takeOut(seat, story, out));
        var copy = news.says(seat, news.source(seat, "Later"), TestNews.RECALL_AGAIN, TestNews.RECALL_AGAIN_WORDS);
        var other = news.says(seat, news.source(seat, "Latest"), TestNews.RECALL, TestNews.RECALL_WORDS);

        assertThat(news.story(seat, out)).isEqualTo(fresh).isNotEqualTo(story);
        assertThat(news.story(seat, copy)).isEqualTo(fresh);
        assertThat(news.story(seat, other)).isEqualTo(story);
        assertThat(news.in(seat, () -> browsing.one(seat, fresh)).apart()).containsExactly(story);
        assertThat(story(story).items()).isEqualTo(3);
        assertThat(story(fresh).items()).isEqualTo(2);
    }

    @Test
    void nothing_or_everything_is_no_split() {
        var story = news.recall(seat, 2);
        var all = news.in(seat, () -> browsing.one(seat, story)).tellings().stream()
                .map(each -> each.item().id())
                .toList();

        assertThat(news.in(seat, () -> regrouping.split(seat, story, List.of())))
                .isEqualTo(story);
        assertThat(news.in(seat, () -> regrouping.split(seat, story, all))).isEqualTo(story);
    }

    @Test
    void two_stories_are_made_one_and_the_old_address_leads_there() {
        var story = news.recall(seat, 2);
        var other = news.story(seat, news.says(seat, news.source(seat, "B"), TestNews.OTHER, TestNews.OTHER_WORDS));
        news.in(seat, () -> picking.save(seat, List.of(other), true));

        news.in(seat, () -> {
            regrouping.merge(seat, story, other);
            return true;
        });

        assertThat(story(other).id()).isEqualTo(story);
        assertThat(story(story).items()).isEqualTo(3);
        assertThat(story(story).marks().saved()).isTrue();
        assertThat(list(seat, View.NEW)).containsExactly(story);
    }

    @Test
    void who_only_looks_may_neither_split_nor_mute_nor_save() {
        var story = news.recall(seat, 2);
        var analyst = given.colleague(seat, Role.ANALYST);

        assertThatThrownBy(() -> news.in(analyst, () -> regrouping.split(analyst, story, List.of())))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> news.in(analyst, () -> picking.save(analyst, List.of(story), true)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> news.in(analyst, () -> hushing.word(analyst, "coffee")))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void seen_is_each_members_and_what_grows_is_unseen_again() {
        var story = news.recall(seat, 2);
        var colleague = given.colleague(seat, Role.AUTHOR);
        news.run(seat, () -> picking.seen(seat, List.of(story)));

        assertThat(list(seat, View.UNSEEN)).isEmpty();
        assertThat(list(colleague, View.UNSEEN)).containsExactly(story);
        news.says(seat, news.source(seat, "C"), TestNews.RECALL, TestNews.RECALL_WORDS);
        assertThat(list(seat, View.UNSEEN)).containsExactly(story);
        assertThat(story(story).marks().fresh()).isOne();
        assertThat(news.in(seat, () -> browsing.unseen(seat))).isOne();
        news.run(seat, () -> picking.unseen(seat, List.of(story)));
        assertThat(story(story).marks().seen()).isFalse();
    }

    @Test
    void what_is_dismissed_or_muted_is_listed_apart_and_comes_back() {
        var story = news.recall(seat, 2);
        news.run(seat, () -> picking.dismiss(seat, List.of(story), true));
        assertThat(list(seat, View.NEW)).isEmpty();
        assertThat(list(seat, View.DISMISSED)).containsExactly(story);
        news.run(seat, () -> picking.dismiss(seat, List.of(story), false));
        news.run(seat, () -> hushing.story(seat, story, true));
        assertThat(list(seat, View.NEW)).isEmpty();
        assertThat(list(seat, View.MUTED)).containsExactly(story);
        news.run(seat, () -> hushing.story(seat, story, false));
        assertThat(list(seat, View.NEW)).containsExactly(story);
    }

    @Test
    void a_muted_word_hides_what_is_told_and_what_will_be_in_all_its_forms() {
        var before = news.recall(seat, 1);
        assertThat(news.in(seat, () -> hushing.word(seat, " roasts "))).isEqualTo(Hushing.Muted.DONE);
        var after = news.story(
                seat,
                news.says(seat, news.source(seat, "D"), "The roast of the year is chosen", "Ten judges sat in Turku."));

        assertThat(list(seat, View.NEW)).isEmpty();
        assertThat(list(seat, View.MUTED)).containsExactlyInAnyOrder(before, after);
        assertThat(story(after).marks().mutedWord()).isEqualTo("roasts");
        assertThat(news.in(seat, () -> hushing.word(seat, "!"))).isEqualTo(Hushing.Muted.NO_WORD);
        var word = news.in(seat, () -> hushing.words(seat)).getFirst();
        news.run(seat, () -> hushing.unmuteWord(seat, word.id()));
        assertThat(list(seat, View.NEW)).hasSize(2);
    }

    @Test
    void a_story_that_only_muted_sources_tell_is_not_listed() {
        var source = news.source(seat, "Loud");
        var story = news.story(seat, news.says(seat, source, TestNews.RECALL, TestNews.RECALL_WORDS));
        news.run(seat, () -> hushing.source(seat, source, true));
        assertThat(list(seat, View.NEW)).isEmpty();

        news.says(seat, news.source(seat, "Calm"), TestNews.RECALL, TestNews.RECALL_WORDS);
        assertThat(list(seat, View.NEW)).containsExactly(story);
    }

    @Test
    void what_grouping_needs_for_days_only_goes_and_stories_stay() {
        var story = news.recall(seat, 2);
        clock.pass(Duration.ofDays(13));
        news.run(seat, tidying::tidy);

        assertThat(list(seat, View.NEW)).containsExactly(story);
        clock.pass(Duration.ofDays(40));
        news.run(seat, tidying::tidy);
        assertThat(story(story).items()).isEqualTo(2);
    }
}
