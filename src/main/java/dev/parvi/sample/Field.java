package dev.parvi.sample;

import dev.parvi.listening.Choosing;
import dev.parvi.listening.Collecting;
import dev.parvi.listening.Following;
import dev.parvi.listening.Fresh;
import dev.parvi.listening.NewSource;
import dev.parvi.listening.Ruling;
import dev.parvi.listening.TopicRule;
import dev.parvi.listening.TopicRule.Condition;
import dev.parvi.platform.TravellingClock;
import dev.parvi.sample.Script.Act;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.TopicId;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What others say in the roastery's field. Nobody is asked: the papers are inventions, so they are paused, and their words laid in. */
@Component
class Field {

    private static final List<String> PAPERS = List.of("trade", "courier", "weekly", "city");
    /** So long its topics have been there. */
    private static final Duration WATCHED = Duration.ofDays(8);

    private static final String ADDRESS = "https://%s.example.org/news";

    private final Following following;
    private final Choosing choosing;
    private final Ruling ruling;
    private final Collecting collecting;
    private final Clock clock;

    Field(Following following, Choosing choosing, Ruling ruling, Collecting collecting, Clock clock) {
        this.following = following;
        this.choosing = choosing;
        this.ruling = ruling;
        this.collecting = collecting;
        this.clock = clock;
    }

    /** One line of the story: {@code paper | minutes before | title | words}. */
    private record Said(String paper, Instant at, String title, String words) {

        static Said of(String line, Instant before) {
            var parts = line.split("\\s*\\|\\s*", 4);
            return new Said(parts[0], before.minus(Duration.ofMinutes(Long.parseLong(parts[1]))), parts[2], parts[3]);
        }

        String address() {
            return String.format(ADDRESS, paper) + "/" + at.getEpochSecond();
        }
    }

    /** What a post is about, where it's about news: the first that was said of it. */
    @Nullable
    String link(Story story, Act act, Instant at) {
        return said(story, act.key() + ".news", at)
                .map(Said::address)
                .findFirst()
                .orElse(null);
    }

    private static Stream<Said> said(Story story, String key, Instant before) {
        return story.texts(key).stream().map(line -> Said.of(line, before));
    }

    /** Needs the brand's scope. */
    void speak(Seat seat, Story story, Locale language, Function<Act, Instant> acts) {
        var papers = papers(seat, story);
        var now = clock.instant();
        TravellingClock.run(now.minus(WATCHED), () -> choose(seat, story));
        Stream.concat(
                        said(story, "news", now),
                        Script.PAST.stream().flatMap(act -> said(story, act.key() + ".news", acts.apply(act))))
                .sorted(Comparator.comparing(Said::at))
                .forEach(each -> TravellingClock.run(
                        each.at(),
                        () -> collecting.take(
                                seat.brand(),
                                Objects.requireNonNull(papers.get(each.paper())),
                                List.of(fresh(each, language)))));
    }

    private static Fresh fresh(Said said, Locale language) {
        return new Fresh(
                said.address(),
                said.address(),
                said.title(),
                said.words(),
                null,
                "",
                language.getLanguage(),
                "",
                said.at());
    }

    /** Lines of the story: {@code name | query}. Who loads the sample is told of the first, and of what grows. */
    private void choose(Seat seat, Story story) {
        TopicId first = null;
        for (var line : story.texts("topic")) {
            var topic = line.split("\\s*\\|\\s*", 2);
            if (!(choosing.add(seat, topic[0], topic[1]) instanceof Choosing.Kept.Done done)) {
                throw new IllegalStateException("The story's topic can't be read: " + topic[1]);
            }
            first = first == null ? done.id() : first;
        }
        ruling.add(seat, new TopicRule(0, first, Condition.EACH, 1, 24, false, false, Duration.ofHours(1)));
        ruling.add(seat, new TopicRule(0, null, Condition.GROWING, 2, 24, false, false, Duration.ofHours(1)));
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
