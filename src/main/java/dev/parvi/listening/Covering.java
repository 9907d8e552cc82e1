package dev.parvi.listening;

import dev.parvi.listening.Leads.Open;
import dev.parvi.listening.Told.How;
import dev.parvi.shared.StoryId;
import dev.parvi.text.Addresses;
import dev.parvi.text.Language;
import dev.parvi.text.Traits;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds which of our posts are about which story, and when our audience first spoke of one. */
@Component
class Covering {

    /** Posts are compared with what is told up to so long after them: what comes as news then is none for us. */
    private static final Duration AGAIN = Duration.ofDays(3);

    private static final Duration LISTENED = Duration.ofDays(7);
    private static final int POSTS = 200;
    private static final int STORIES = 200;

    private final List<Coverage> coverages;
    private final KnownTraits traits;
    private final StoryPosts posts;
    private final Leads leads;
    private final Tellings tellings;
    private final Splits splits;
    private final Clock clock;

    Covering(
            List<Coverage> coverages,
            KnownTraits traits,
            StoryPosts posts,
            Leads leads,
            Tellings tellings,
            Splits splits,
            Clock clock) {
        this.coverages = coverages;
        this.traits = traits;
        this.posts = posts;
        this.leads = leads;
        this.tellings = tellings;
        this.splits = splits;
        this.clock = clock;
    }

    /** In the brand whose scope it is. */
    @Transactional
    public void look() {
        traits.book();
        var now = clock.instant();
        var since = leads.covered().map(at -> at.minus(AGAIN)).orElse(now.minus(LISTENED));
        coverages.stream().flatMap(each -> each.posts(since, POSTS).stream()).forEach(this::cover);
        leads.covered(now);
        for (var open : leads.open(now.minus(LISTENED), now, STORIES)) {
            listen(open);
        }
    }

    private void cover(Coverage.Post post) {
        var made = post.madeOf();
        if (made != null) {
            add(splits.now(made), post, How.MADE);
        }
        var read = Traits.of(
                post.title(),
                post.text(),
                Language.UNKNOWN,
                Stream.concat(post.links().stream(), Addresses.in(post.text()).stream())
                        .toList());
        var since = post.published().minus(Sorter.WINDOW);
        traits.linked(read.links(), since).forEach(story -> add(story, post, How.LINK));
        traits.around(List.of(read), since)
                .nearest(new Sorter.Piece(-post.id().value(), post.published(), read))
                .ifPresent(story -> add(new StoryId(story), post, How.WORDS));
    }

    private void add(StoryId story, Coverage.Post post, How how) {
        if (posts.add(story, post, how)) {
            posts.date(story);
            if (how != How.WORDS) {
                posts.used(story, post.links());
            }
        }
    }

    private void listen(Open open) {
        var ours = posts.posts(open.story());
        var subject = new Coverage.Subject(
                open.first(), tellings.addresses(open.story()), open.words(), List.of(open.language()), ours);
        word(subject).ifPresent(word -> leads.spoken(open.story(), word));
    }

    private Optional<Coverage.Word> word(Coverage.Subject subject) {
        var words = new ArrayList<Coverage.Word>();
        coverages.forEach(each -> each.firstWord(subject).ifPresent(words::add));
        return words.stream().min(Comparator.comparing(Coverage.Word::at));
    }
}
