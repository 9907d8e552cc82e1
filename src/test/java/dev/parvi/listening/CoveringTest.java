package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.shared.ConversationId;
import dev.parvi.shared.PostId;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.StoryId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@DeskTest
@Import(TestNews.class)
class CoveringTest {

    @Autowired
    Given given;

    @Autowired
    TestNews news;

    @Autowired
    KnownTraits traits;

    @Autowired
    StoryPosts posts;

    @Autowired
    Leads leads;

    @Autowired
    Tellings tellings;

    @Autowired
    Splits splits;

    @Autowired
    Sightings sightings;

    @Autowired
    FoundOnNetworks found;

    @Autowired
    Browsing browsing;

    @Autowired
    Leading leading;

    @Autowired
    Following following;

    @Autowired
    HandClock clock;

    private Seat seat;
    private final Spoken spoken = new Spoken();

    /** What the other rooms would tell. */
    private static final class Spoken implements Coverage {

        final List<Post> out = new ArrayList<>();
        final List<Subject> asked = new ArrayList<>();

        @Nullable
        Word word;

        @Override
        public List<Post> posts(Instant since, int most) {
            return out.stream()
                    .filter(each -> !each.published().isBefore(since))
                    .toList();
        }

        @Override
        public List<Post> posts(Collection<PostId> ids) {
            return List.of();
        }

        final Set<Speaker> audience = new HashSet<>();

        @Override
        public Set<Speaker> ours(Collection<Speaker> speakers) {
            return speakers.stream().filter(audience::contains).collect(Collectors.toSet());
        }

        @Override
        public Optional<Word> firstWord(Subject subject) {
            asked.add(subject);
            return Optional.ofNullable(word);
        }
    }

    @BeforeEach
    void begin() {
        seat = given.brand();
    }

    private void look() {
        news.in(seat, () -> {
            new Covering(List.of(spoken), traits, posts, leads, tellings, splits, sightings, clock).look();
            return true;
        });
    }

    private void post(long id, String text, List<String> links, @Nullable StoryId madeOf) {
        spoken.out.add(new Coverage.Post(new PostId(id), clock.instant(), "", text, links, madeOf));
    }

    private Story story(StoryId id) {
        return news.in(seat, () -> browsing.one(seat, id)).story();
    }

    private long used(SourceId source) {
        return news.in(seat, () -> following.one(seat, source)).figures().used();
    }

    @Test
    void a_post_made_of_a_story_is_about_it() {
        var source = news.source(seat, "A");
        var story = news.story(seat, news.says(seat, source, TestNews.RECALL, TestNews.RECALL_WORDS));
        clock.pass(Duration.ofMinutes(10));
        post(1, "Have you heard?", List.of(), story);
        look();
        look();

        assertThat(story(story).ours().posted()).isEqualTo(clock.instant());
        assertThat(story(story).ours().repeats()).isFalse();
        assertThat(used(source)).isOne();
    }

    @Test
    void a_post_with_the_storys_link_is_about_it_whatever_marks_of_campaigns_it_has() {
        var source = news.source(seat, "A");
        var story = news.story(
                seat,
                news.says(
                        seat,
                        source,
                        TestNews.RECALL,
                        TestNews.RECALL_WORDS,
                        "https://a.example/metal",
                        clock.instant()));
        post(2, "Look.", List.of("https://www.a.example/metal/?utm_source=us"), null);
        look();

        assertThat(story(story).ours().posted()).isEqualTo(clock.instant());
    }

    @Test
    void news_that_we_had_posted_before_it_was_told_is_marked_as_no_news_and_counts_in_no_figure() {
        post(3, TestNews.RECALL + ". " + TestNews.RECALL_WORDS, List.of(), null);
        look();
        clock.pass(Duration.ofHours(5));
        var story = news.recall(seat, 2);
        look();

        assertThat(story(story).ours().repeats()).isTrue();
        assertThat(news.in(seat, () -> leading.record(seat)).stories()).isEmpty();
    }

    @Test
    void one_of_our_audience_who_tells_it_on_a_network_speaks_of_it() throws Exception {
        var story = news.recall(seat, 2);
        clock.pass(Duration.ofHours(1));
        post(5, "Have you heard?", List.of(), story);
        clock.pass(Duration.ofHours(2));
        var account = given.account(seat);
        var text = TestNews.RECALL_AGAIN + ". " + TestNews.RECALL_AGAIN_WORDS;
        found.item(seat, account, "stranger", text);
        clock.pass(Duration.ofHours(1));
        var ours = found.item(seat, account, "maija", text);
        news.group(seat);
        assertThat(news.story(seat, ours)).isEqualTo(story);
        look();
        assertThat(story(story).ours().spoken()).isNull();

        spoken.audience.add(new Coverage.Speaker(account.network(), Name.of("id-maija")));
        spoken.word = new Coverage.Word(clock.instant().plusSeconds(60), new ConversationId(17));
        look();
        assertThat(story(story).ours().ahead()).isEqualTo(Duration.ofHours(3));
        assertThat(story(story).ours().heard()).isEqualTo(ours);
        assertThat(story(story).ours().conversation()).isNull();
    }

    @Test
    void the_audiences_first_word_is_asked_for_and_makes_the_lead() {
        var story = news.recall(seat, 3);
        post(4, "Have you heard?", List.of(), story);
        clock.pass(Duration.ofHours(3));
        look();
        assertThat(spoken.asked).singleElement().satisfies(asked -> {
            assertThat(asked.words()).contains("Kajo");
            assertThat(asked.links()).hasSize(3);
            assertThat(asked.languages()).containsExactly("en");
            assertThat(asked.posts()).containsExactly(new PostId(4));
        });
        spoken.word = new Coverage.Word(clock.instant(), new ConversationId(17));
        look();
        look();

        assertThat(story(story).ours().ahead()).isEqualTo(Duration.ofHours(3));
        assertThat(story(story).ours().conversation()).isEqualTo(new ConversationId(17));
        assertThat(spoken.asked).hasSize(2);
        var record = news.in(seat, () -> leading.record(seat));
        assertThat(record.figure()).isEqualTo(new Leading.Figure(1, 1, Duration.ofHours(3), 0));
        assertThat(record.months()).hasSize(1);
    }
}
