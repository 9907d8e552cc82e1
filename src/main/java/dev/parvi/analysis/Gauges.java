package dev.parvi.analysis;

import dev.parvi.brand.Measure;
import dev.parvi.community.Reckoning;
import dev.parvi.community.Reckoning.Words;
import dev.parvi.publishing.Retracing;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.Span;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What measures came to in windows of time, out of all rooms; in the brand whose scope it is. */
@Component
class Gauges {

    private final Snapshots snapshots;
    private final Reckoning reckoning;
    private final Retracing retracing;

    Gauges(Snapshots snapshots, Reckoning reckoning, Retracing retracing) {
        this.snapshots = snapshots;
        this.reckoning = reckoning;
        this.retracing = retracing;
    }

    /** Whether it can be reckoned for any window, now or later. */
    boolean reckons(Measure measure) {
        return switch (measure) {
            case REACH, REACTIONS, TALK, MOOD, ANSWER_TIME, POSTS -> true;
            default -> false;
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
            default -> nothing(spans);
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
