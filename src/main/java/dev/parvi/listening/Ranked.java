package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import java.time.Instant;
import java.util.List;

/**
 * A story with what it weighs.
 *
 * @param tellers its sources in the order in which they spoke, without muted ones
 * @param topics names of ours that it's about
 */
public record Ranked(Story story, List<Teller> tellers, List<String> topics, Points points) {

    /** @param at when it first spoke of it */
    public record Teller(SourceId source, String name, int weight, Instant at) {}

    /**
     * What it weighs: {@code (weight + lately + TOPIC * topics) * freshness}.
     *
     * @param weight of its sources, each once: {@link #LEAST} for those that hardly count, else their own
     * @param lately sources that joined in within the last {@link Ranking#HOURS} hours
     * @param topics of ours that it's about
     * @param freshness 1 at first, halved every {@link Ranking#HALF} hours since anybody last spoke of it
     */
    public record Points(double weight, int lately, int topics, double freshness) {

        public static final double LEAST = 0.25;

        public static final int TOPIC = 2;

        public double sum() {
            return (weight + lately + TOPIC * topics) * freshness;
        }
    }
}
