package dev.parvi.team;

import java.time.Instant;
import java.util.List;

/**
 * What somebody needs to do their part of a case: a snapshot, so that it shows neither more nor less than what was given.
 *
 * @param facts what is known: one line each
 * @param said what was said, oldest first
 */
public record Packet(List<String> facts, List<Line> said) {

    /** The most lines a packet holds; the latest are kept. */
    public static final int MOST = 200;

    public Packet {
        facts = List.copyOf(facts);
        said = List.copyOf(said.subList(Math.max(0, said.size() - MOST), said.size()));
    }

    /** With the place of these lines only, and when they were said. */
    Packet without(List<Line> lines) {
        return new Packet(
                facts,
                said.stream()
                        .map(each -> lines.contains(each) ? new Line("", each.at(), "", each.us()) : each)
                        .toList());
    }

    /** @param us whether it was said by the brand */
    public record Line(String who, Instant at, String text, boolean us) {}
}
