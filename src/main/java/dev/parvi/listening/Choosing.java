package dev.parvi.listening;

import dev.parvi.brand.Branding;
import dev.parvi.shared.TopicId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps a brand's topics. Every member may look; who may write may change them. */
@Component
public class Choosing {

    /** The most characters of a name, and the most topics of a brand. */
    public static final int NAME = 80;

    public static final int MOST = 50_000;

    private static final int SHOWN = 50;

    private final Topics topics;
    private final TopicMatches matches;
    private final TopicItems items;
    private final TopicRules rules;
    private final Branding branding;
    private final Clock clock;

    Choosing(Topics topics, TopicMatches matches, TopicItems items, TopicRules rules, Branding branding, Clock clock) {
        this.topics = topics;
        this.matches = matches;
        this.items = items;
        this.rules = rules;
        this.branding = branding;
        this.clock = clock;
    }

    /**
     * A topic with its counts.
     *
     * @param days how many items of each of the last days it picked, days without any included
     */
    public record Line(Topic topic, Map<LocalDate, Integer> days) {

        /** How many in all these days. */
        public int found() {
            return days.values().stream().mapToInt(Integer::intValue).sum();
        }
    }

    /**
     * @param understood its query with every AND and bracket written out
     * @param picks the latest first
     */
    public record Whole(Line line, String understood, List<TopicPick> picks) {}

    /** What came of a wish to keep one. */
    public sealed interface Kept {
        record Done(TopicId id) implements Kept {}

        record Misread(TopicMisread why) implements Kept {}

        /** @param reason {@code name}: missing or too long; {@code most}: the brand has as many as it may */
        record Refused(String reason) implements Kept {}
    }

    @Transactional(readOnly = true)
    public List<Line> all(Seat seat) {
        var days = days();
        return topics.all().stream().map(topic -> line(topic, days)).toList();
    }

    /** @throws NoSuchTopic where there is none of that number */
    @Transactional(readOnly = true)
    public Whole one(Seat seat, TopicId id) {
        var topic = topics.one(id).orElseThrow(() -> new NoSuchTopic("topic " + id));
        var line = line(topic, days());
        try {
            var query = TopicQuery.read(topic.query());
            var marks = new TopicMarks(query);
            var picks = items.of(matches.latest(id, SHOWN)).reversed().stream()
                    .map(each -> TopicPick.of(each, marks))
                    .toList();
            return new Whole(line, query.text(), picks);
        } catch (TopicMisread e) {
            return new Whole(line, "", List.of());
        }
    }

    private Map<TopicId, Map<LocalDate, Integer>> days() {
        return matches.days(since(), branding.current().zone());
    }

    /** From the beginning of the first whole day. */
    private Instant since() {
        var zone = branding.current().zone();
        return LocalDate.ofInstant(clock.instant(), zone)
                .minusDays(Previewing.DAYS.toDays() - 1)
                .atStartOfDay(zone)
                .toInstant();
    }

    private Line line(Topic topic, Map<TopicId, Map<LocalDate, Integer>> found) {
        var today = LocalDate.ofInstant(clock.instant(), branding.current().zone());
        var days = new TreeMap<>(Previewing.days(today.minusDays(Previewing.DAYS.toDays()), today));
        days.putAll(found.getOrDefault(topic.id(), Map.of()));
        return new Line(topic, days);
    }

    /** What recent items it picks is found out within seconds, see {@link Topic#again}. */
    @Transactional
    public Kept add(Seat seat, String name, String query) {
        seat.needs(Right.WRITE);
        if (topics.count() >= MOST) {
            return new Kept.Refused("most");
        }
        return checked(name, query, called -> topics.add(seat.member(), called, query.strip(), clock.instant()));
    }

    /** @throws NoSuchTopic where there is none of that number */
    @Transactional
    public Kept change(Seat seat, TopicId id, String name, String query) {
        seat.needs(Right.WRITE);
        var before = topics.one(id).orElseThrow(() -> new NoSuchTopic("topic " + id));
        return checked(name, query, called -> {
            topics.rename(id, called);
            if (!before.query().equals(query.strip())) {
                topics.change(id, query.strip(), clock.instant());
            }
            return id;
        });
    }

    private static Kept checked(String name, String query, Function<String, TopicId> keep) {
        var called = name.strip().replaceAll("\\p{Cntrl}+", " ");
        try {
            TopicQuery.read(query);
        } catch (TopicMisread e) {
            return new Kept.Misread(e);
        }
        return called.isEmpty() || called.length() > NAME
                ? new Kept.Refused("name")
                : new Kept.Done(keep.apply(called));
    }

    @Transactional
    public void mute(Seat seat, TopicId id, boolean muted) {
        seat.needs(Right.WRITE);
        topics.mute(id, muted, clock.instant());
    }

    /** Its matches and the rules that wait for them go too. */
    @Transactional
    public void remove(Seat seat, TopicId id) {
        seat.needs(Right.WRITE);
        topics.remove(id, clock.instant());
        matches.drop(id);
        rules.drop(id);
    }
}
