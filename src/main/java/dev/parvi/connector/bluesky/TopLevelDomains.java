package dev.parvi.connector.bluesky;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** The names that a domain can end with. */
final class TopLevelDomains {

    private static final Set<String> ALL = read();

    private TopLevelDomains() {}

    /** Whether one of them ends this name; in lower case only, as the network's app has it. */
    static boolean end(String name) {
        var dot = name.lastIndexOf('.');
        return dot >= 0 && ALL.contains(name.substring(dot + 1));
    }

    private static Set<String> read() {
        try (var list = TopLevelDomains.class.getResourceAsStream("tlds.txt")) {
            if (list == null) {
                throw new IllegalStateException("tlds.txt is missing beside " + TopLevelDomains.class);
            }
            return new String(list.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .flatMap(line -> Arrays.stream(line.split(" ")))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
