package dev.parvi.listening;

import dev.parvi.listening.Leads.Open;
import dev.parvi.listening.Sightings.Utterance;
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
import java.util.stream.Collectors;
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
    private static final int HEARD = 300;

    private final List<Coverage> coverages;
    private final KnownTraits traits;
    private final StoryPosts posts;
    private final Leads leads;
    private final Tellings tellings;
    private final Splits splits;
    private final Sightings sightings;
    private final Clock clock;

    Covering(
            List<Coverage> coverages,
            KnownTraits traits,
            StoryPosts posts,
            Leads leads,
            Tellings tellings,
            Splits splits,
            Sightings sightings,
            Clock clock) {
        this.coverages = coverages;
        this.traits = traits;
        this.posts = posts;
        this.leads = leads;
        this.tellings = tellings;
        this.splits = splits;
        this.sightings = sightings;
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
        var heard = heard(open.story());
        var word = word(subject)
                .filter(each ->
                        heard.isEmpty() || each.at().isBefore(heard.get().at()));
        word.ifPresentOrElse(
                each -> leads.spoken(open.story(), each.at(), each.conversation(), null),
                () -> heard.ifPresent(each -> leads.spoken(open.story(), each.at(), null, each.item())));
    }

    /** The first of its items that one of our audience said on a network. */
    private Optional<Utterance> heard(StoryId story) {
        var said = sightings.telling(story, HEARD);
        if (said.isEmpty()) {
            return Optional.empty();
        }
        var speakers = said.stream().map(Utterance::speaker).collect(Collectors.toSet());
        var ours =
                coverages.stream().flatMap(each -> each.ours(speakers).stream()).collect(Collectors.toSet());
        return said.stream().filter(each -> ours.contains(each.speaker())).findFirst();
    }

    private Optional<Coverage.Word> word(Coverage.Subject subject) {
        var words = new ArrayList<Coverage.Word>();
        coverages.forEach(each -> each.firstWord(subject).ifPresent(words::add));
        return words.stream().min(Comparator.comparing(Coverage.Word::at));
    }
}
