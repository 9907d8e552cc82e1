package dev.parvi.team;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * The form of a hand-off as somebody filled it in.
 *
 * @param fields by their names in {@code team/web/give.jte}
 * @param usual the job where none of ours is chosen
 * @param zone on whose wall the time is meant
 */
public record TypedHandOff(Map<String, String> fields, HandOff.Job usual, ZoneId zone) {

    /**
     * What the form shows before anything is typed, or what was typed.
     *
     * @param days until an answer is expected where no time was typed
     */
    public static Map<String, String> shown(Map<String, String> typed, HandOff.Job usual, LocalDateTime now, int days) {
        var shown = new HashMap<>(typed);
        shown.putIfAbsent("job", usual.name());
        shown.putIfAbsent("by", now.plusDays(days).truncatedTo(ChronoUnit.HOURS).toString());
        return shown;
    }

    public HandingOff.Request request() {
        var member = typed("member");
        return new HandingOff.Request(
                job(),
                member.matches("\\d{1,18}") ? new MemberId(Long.parseLong(member)) : null,
                typed("name"),
                typed("email"),
                typed("need"),
                by());
    }

    private HandOff.Job job() {
        return Arrays.stream(HandOff.Job.values())
                .filter(each -> each.name().equals(typed("job")))
                .findFirst()
                .orElse(usual);
    }

    /** What isn't a time has passed, and so is told of beside its field. */
    private Instant by() {
        try {
            return LocalDateTime.parse(typed("by").strip()).atZone(zone).toInstant();
        } catch (DateTimeParseException e) {
            return Instant.EPOCH;
        }
    }

    private String typed(String field) {
        return fields.getOrDefault(field, "");
    }
}
