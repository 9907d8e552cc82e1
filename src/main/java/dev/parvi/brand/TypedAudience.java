package dev.parvi.brand;

import dev.parvi.brand.TargetAudience.Outsider;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A target audience as somebody typed it: languages and kinds by their codes, the rest one a line.
 *
 * @param leftOut names of {@link Outsider}
 */
public record TypedAudience(
        Set<String> languages,
        String places,
        String interests,
        Set<String> leftOut,
        String competitors,
        String unwanted) {

    private static final int MOST = 100;
    private static final int LONGEST = 60;

    public static TypedAudience of(TargetAudience audience) {
        return new TypedAudience(
                new LinkedHashSet<>(audience.languages()),
                String.join("\n", audience.places()),
                String.join("\n", audience.interests()),
                audience.leftOut().stream().map(Outsider::name).collect(Collectors.toSet()),
                String.join("\n", audience.competitors()),
                String.join("\n", audience.unwanted()));
    }

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(faults, "languages", !TypedVoice.LANGUAGES.containsAll(languages));
        fault(faults, "places", bad(places));
        fault(faults, "interests", bad(interests));
        fault(
                faults,
                "leftout",
                leftOut.stream()
                        .anyMatch(name -> Arrays.stream(Outsider.values())
                                .noneMatch(each -> each.name().equals(name))));
        fault(faults, "competitors", bad(competitors));
        fault(faults, "unwanted", bad(unwanted));
        return faults;
    }

    /** @return what was typed, which has no faults */
    TargetAudience audience() {
        return new TargetAudience(
                TypedVoice.LANGUAGES.stream().filter(languages::contains).toList(),
                lines(places),
                lines(interests),
                leftOut.stream().map(Outsider::valueOf).collect(Collectors.toSet()),
                lines(competitors),
                lines(unwanted));
    }

    private static boolean bad(String typed) {
        var lines = lines(typed);
        return lines.size() > MOST
                || lines.stream()
                        .anyMatch(line -> line.length() > LONGEST
                                || line.codePoints()
                                                .filter(Character::isLetterOrDigit)
                                                .count()
                                        < 2);
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(line -> line.strip().replaceAll("\\s+", " "))
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "brand.target.fault." + field);
        }
    }
}
