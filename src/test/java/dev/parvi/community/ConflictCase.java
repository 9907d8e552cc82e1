package dev.parvi.community;

import dev.parvi.text.Learned;
import dev.parvi.text.Understanding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** One labelled conversation of {@code src/test/resources/conflict}: whether it's a conflict, and what was said, as the desk understands it. */
record ConflictCase(boolean conflict, String text, List<Friction.Line> lines) {

    private static final Instant BEGAN = Instant.parse("2026-11-02T08:00:00Z");
    private static final Pattern LINE = Pattern.compile("\\+(\\d+) ([^:]+): (.*)");

    /** @param half {@code dev}, {@code held}, {@code fresh}, {@code unseen} or {@code last} */
    static List<ConflictCase> of(String language, String half) {
        try (var in = ConflictCase.class.getResourceAsStream("/conflict/" + language + "." + half + ".tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(ConflictCase::read)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** As it grows, word by word: the first time that it's proposed. */
    Optional<Heat> found() {
        return IntStream.rangeClosed(1, lines.size())
                .mapToObj(n -> Friction.of(lines.subList(0, n)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    boolean right() {
        return found().isPresent() == conflict;
    }

    private static ConflictCase read(String row) {
        var cut = row.indexOf('\t');
        var lines = new ArrayList<Friction.Line>();
        for (var each : row.substring(cut + 1).split(" // ")) {
            var said = LINE.matcher(each);
            if (!said.matches()) {
                throw new IllegalArgumentException(each);
            }
            var us = said.group(2).equals("us");
            var verdict = Understanding.of(said.group(3), Learned.NOTHING);
            lines.add(new Friction.Line(
                    lines.size() + 1L,
                    us,
                    said.group(2),
                    BEGAN.plusSeconds(60 * Long.parseLong(said.group(1))),
                    verdict.mood(),
                    verdict.marks(),
                    said.group(3)));
        }
        return new ConflictCase(row.startsWith("yes"), row.substring(cut + 1), lines);
    }
}
