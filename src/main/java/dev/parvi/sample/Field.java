package dev.parvi.sample;

import dev.parvi.listening.Choosing;
import dev.parvi.listening.Collecting;
import dev.parvi.listening.Following;
import dev.parvi.listening.Fresh;
import dev.parvi.listening.NewSource;
import dev.parvi.platform.TravellingClock;
import dev.parvi.shared.SourceId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** What others say in the roastery's field. Nobody is asked: the papers are inventions, so they are paused, and their words laid in. */
@Component
class Field {

    private static final List<String> PAPERS = List.of("trade", "courier", "weekly", "city");
    private static final String ADDRESS = "https://%s.example.org/news";

    private final Following following;
    private final Choosing choosing;
    private final Collecting collecting;
    private final Clock clock;

    Field(Following following, Choosing choosing, Collecting collecting, Clock clock) {
        this.following = following;
        this.choosing = choosing;
        this.collecting = collecting;
        this.clock = clock;
    }

    /** One line of the story: {@code paper | minutes ago | title | words}. */
    private record Said(String paper, Duration ago, String title, String words) {

        static Said of(String line) {
            var parts = line.split("\\s*\\|\\s*", 4);
            return new Said(parts[0], Duration.ofMinutes(Long.parseLong(parts[1])), parts[2], parts[3]);
        }
    }

    /** Needs the brand's scope. */
    void speak(Seat seat, Story story, Locale language) {
        var papers = papers(seat, story);
        story.texts("topic").forEach(each -> choose(seat, each.split("\\s*\\|\\s*", 2)));
        var now = clock.instant();
        var said = new ArrayList<>(story.texts("news").stream().map(Said::of).toList());
        said.sort((a, b) -> b.ago().compareTo(a.ago()));
        for (var each : said) {
            var at = now.minus(each.ago());
            var address = String.format(ADDRESS, each.paper()) + "/" + at.getEpochSecond();
            TravellingClock.run(
                    at,
                    () -> collecting.take(
                            seat.brand(),
                            Objects.requireNonNull(papers.get(each.paper())),
                            List.of(new Fresh(
                                    address,
                                    address,
                                    each.title(),
                                    each.words(),
                                    null,
                                    "",
                                    language.getLanguage(),
                                    "",
                                    at))));
        }
    }

    /** One line of the story: {@code name | query}. */
    private void choose(Seat seat, String[] topic) {
        if (!(choosing.add(seat, topic[0], topic[1]) instanceof Choosing.Kept.Done)) {
            throw new IllegalStateException("The story's topic can't be read: " + topic[1]);
        }
    }

    private Map<String, SourceId> papers(Seat seat, Story story) {
        var papers = new HashMap<String, SourceId>();
        for (var paper : PAPERS) {
            var feed = NewSource.feed(
                    String.format(ADDRESS, paper), story.text("paper." + paper), List.of(story.text("paper.topic")));
            var id = following.add(seat, feed).id();
            following.pause(seat, id);
            papers.put(paper, id);
        }
        return papers;
    }
}
