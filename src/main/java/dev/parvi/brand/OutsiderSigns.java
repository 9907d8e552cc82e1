package dev.parvi.brand;

import dev.parvi.brand.TargetAudience.Outsider;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/** The words by which a kind of profile is told, the same for all brands; the form of the target audience shows them. */
public final class OutsiderSigns {

    private static final Map<Outsider, List<String>> SIGNS = read();

    private OutsiderSigns() {}

    /** In small letters; a star at the end stands for any ending. */
    public static List<String> of(Outsider kind) {
        return SIGNS.getOrDefault(kind, List.of());
    }

    private static Map<Outsider, List<String>> read() {
        try (var in = Objects.requireNonNull(OutsiderSigns.class.getResourceAsStream("outsiders.txt"))) {
            var signs = new EnumMap<Outsider, List<String>>(Outsider.class);
            new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("//"))
                    .forEach(line -> signs.merge(
                            Outsider.valueOf(line.substring(0, line.indexOf(' '))),
                            words(line.substring(line.indexOf(' '))),
                            (some, more) ->
                                    Stream.concat(some.stream(), more.stream()).toList()));
            return signs;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> words(String line) {
        return Arrays.stream(line.split(";")).map(String::strip).toList();
    }
}
