package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Rearranging.Put;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * How forms and addresses write where an entry is to be put: {@code 12-13@2026-11-04T09:30}, with {@code ~2} behind it for
 * the second of a time that comes twice.
 */
final class Puts {

    private static final Pattern ENTRY = Pattern.compile("\\d{1,18}(-\\d{1,18})*");
    private static final String SECOND = "~2";

    private Puts() {}

    /** The versions of an entry, as {@link dev.parvi.planning.Entry#key} writes them; empty for anything else. */
    static Optional<List<VersionId>> entry(String key) {
        return ENTRY.matcher(key).matches()
                ? Optional.of(Arrays.stream(key.split("-"))
                        .map(each -> new VersionId(Long.parseLong(each)))
                        .toList())
                : Optional.empty();
    }

    static Stream<Put> read(String text) {
        var second = text.endsWith(SECOND);
        var plain = second ? text.substring(0, text.length() - SECOND.length()) : text;
        var at = plain.indexOf('@');
        try {
            var time = LocalDateTime.parse(plain.substring(at + 1));
            return entry(plain.substring(0, Math.max(0, at))).stream()
                    .map(entry -> new Put(entry, time, second ? WallTime.Choice.SECOND : WallTime.Choice.FIRST));
        } catch (DateTimeParseException e) {
            return Stream.empty();
        }
    }

    static String write(Put put) {
        return put.entry().stream().map(VersionId::toString).collect(Collectors.joining("-")) + "@" + put.at()
                + (put.choice() == WallTime.Choice.SECOND ? SECOND : "");
    }

    /** Where an entry stands that goes out at an instant. */
    static Put at(List<VersionId> entry, Instant instant, ZoneId zone) {
        var wall = WallTime.of(instant, zone);
        var first = wall.read(WallTime.Choice.FIRST).instant().equals(instant);
        return new Put(entry, wall.local(), first ? WallTime.Choice.FIRST : WallTime.Choice.SECOND);
    }
}
