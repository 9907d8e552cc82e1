package dev.parvi.analysis;

import dev.parvi.audience.Growing;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Measure;
import dev.parvi.community.Reckoning;
import dev.parvi.community.Reckoning.Words;
import dev.parvi.publishing.Retracing;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import dev.parvi.tracking.Tallying;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What measures came to in windows of time, out of all rooms; in the brand whose scope it is. */
@Component
class Gauges {

    private static final String BOUGHT = "bought";

    private final Snapshots snapshots;
    private final Reckoning reckoning;
    private final Retracing retracing;
    private final Tallying tallying;
    private final Growing growing;
    private final Branding branding;

    Gauges(
            Snapshots snapshots,
            Reckoning reckoning,
            Retracing retracing,
            Tallying tallying,
            Growing growing,
            Branding branding) {
        this.snapshots = snapshots;
        this.reckoning = reckoning;
        this.retracing = retracing;
        this.tallying = tallying;
        this.growing = growing;
        this.branding = branding;
    }

    /** Whether it can be reckoned for any window, now or later. */
    boolean reckons(Measure measure) {
        return switch (measure) {
            case SHARE_OF_VOICE, RECALL, REPUTATION, OTHER -> false;
            default -> true;
        };
    }

    /**
     * One for each window, in their order; null where nobody can say, which isn't zero.
     *
     * @param account null for all
     */
    List<@Nullable Double> of(Measure measure, @Nullable AccountId account, List<Span> spans) {
        return switch (measure) {
            case REACH -> sums(account, spans, true);
            case REACTIONS -> sums(account, spans, false);
            case POSTS -> posts(account, spans);
            case TALK, MOOD, ANSWER_TIME -> words(measure, reckoning.words(account, spans));
            case JOINS, FITTING_JOINS -> growing.joins(account, measure == Measure.FITTING_JOINS, spans);
            case VISITS, REGISTRATIONS, CALLS, ORDERS, REVENUE -> brought(measure, account, spans);
            default -> nothing(spans);
        };
    }

    /** A day counts to the window in which it begins. */
    private List<@Nullable Double> brought(Measure measure, @Nullable AccountId account, List<Span> spans) {
        var zone = branding.current().zone();
        var from = spans.stream().map(Span::from).min(Instant::compareTo).orElse(Instant.EPOCH);
        var to = spans.stream().map(Span::to).max(Instant::compareTo).orElse(Instant.EPOCH);
        var told = days(
                measure,
                account,
                LocalDate.ofInstant(from, zone),
                LocalDate.ofInstant(to, zone).plusDays(1));
        if (told.isEmpty()) {
            return nothing(spans);
        }
        var figures = new ArrayList<@Nullable Double>();
        for (var span : spans) {
            figures.add(told.get().entrySet().stream()
                    .filter(each -> span.holds(each.getKey().atStartOfDay(zone).toInstant()))
                    .mapToDouble(Map.Entry::getValue)
                    .sum());
        }
        return figures;
    }

    private Optional<Map<LocalDate, Double>> days(
            Measure measure, @Nullable AccountId account, LocalDate from, LocalDate until) {
        return switch (measure) {
            case VISITS -> tallying.visits(account, from, until);
            case REVENUE -> tallying.worth(BOUGHT, account, from, until);
            case REGISTRATIONS -> tallying.conversions("registered", account, from, until);
            case CALLS -> tallying.conversions("called", account, from, until);
            default -> tallying.conversions(BOUGHT, account, from, until);
        };
    }

    /** A window without posts reached nobody; one whose posts' figures nobody told is unknown. */
    private List<@Nullable Double> sums(@Nullable AccountId account, List<Span> spans, boolean reach) {
        var figures = new ArrayList<@Nullable Double>();
        for (var sum : snapshots.sums(account, spans)) {
            var told = reach ? sum.reach() : sum.reactions();
            figures.add(told == null && sum.posts() == 0 ? (Double) 0.0 : told);
        }
        return figures;
    }

    private List<@Nullable Double> posts(@Nullable AccountId account, List<Span> spans) {
        var whole = new Span(spans.getFirst().from(), spans.getLast().to());
        var times = retracing.times(whole, account);
        var figures = new ArrayList<@Nullable Double>();
        for (var span : spans) {
            figures.add((double) times.stream().filter(span::holds).count());
        }
        return figures;
    }

    private static List<@Nullable Double> words(Measure measure, List<Words> words) {
        var figures = new ArrayList<@Nullable Double>();
        for (var each : words) {
            figures.add(
                    switch (measure) {
                        case TALK -> (Double) (double) each.comments();
                        case ANSWER_TIME -> each.minutes();
                        default -> mood(each);
                    });
        }
        return figures;
    }

    /** The share of what didn't sound upset in all whose mood was understood; of fewer than ten nothing is said. */
    static @Nullable Double mood(Words words) {
        var known = words.glad() + words.even() + words.upset();
        return known < 10 ? null : 100.0 * (words.glad() + words.even()) / known;
    }

    private static List<@Nullable Double> nothing(List<Span> spans) {
        var figures = new ArrayList<@Nullable Double>();
        spans.forEach(each -> figures.add(null));
        return figures;
    }
}
