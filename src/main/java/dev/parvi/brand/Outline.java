package dev.parvi.brand;

import dev.parvi.ui.Accent;
import dev.parvi.ui.Languages;
import java.time.Duration;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A brand as somebody typed it.
 *
 * @param handle may be empty when a brand is founded: then it's made of the name
 * @param aims names of {@link Brand.Aim}
 * @param lateMinutes 1 to 1440: what is later than this waits for a person
 */
public record Outline(
        String name,
        String handle,
        String zone,
        String language,
        String does,
        Set<String> aims,
        String accent,
        boolean approval,
        String lateMinutes) {

    private static final int LONGEST_NAME = 80;
    private static final int LONGEST_WHAT = 1_000;
    private static final int LATEST = 24 * 60;

    /** The form of a brand that isn't described yet. */
    public static Outline blank(ZoneId zone, Locale language) {
        return new Outline(
                "", "", zone.getId(), language.getLanguage(), "", Set.of(), Accent.DEFAULT.hex(), false, "30");
    }

    public static Outline of(Brand brand) {
        return new Outline(
                brand.name(),
                brand.handle(),
                brand.zone().getId(),
                brand.language().getLanguage(),
                brand.does(),
                brand.aims().stream().map(Brand.Aim::name).collect(Collectors.toSet()),
                brand.accent(),
                brand.approval(),
                Long.toString(brand.lateLimit().toMinutes()));
    }

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(faults, "name", name.isBlank() || name.strip().length() > LONGEST_NAME);
        fault(faults, "handle", !Handle.isGood(handleOrMade()));
        fault(faults, "zone", !ZoneId.getAvailableZoneIds().contains(zone));
        fault(
                faults,
                "language",
                Languages.ALL.stream().noneMatch(each -> each.getLanguage().equals(language)));
        fault(faults, "does", does.length() > LONGEST_WHAT);
        fault(faults, "aims", aims.isEmpty() || aims.stream().anyMatch(Outline::isNoAim));
        fault(faults, "accent", !Accent.isColour(accent));
        fault(faults, "late", !lateMinutes.matches("\\d{1,4}") || late() < 1 || late() > LATEST);
        return faults;
    }

    String handleOrMade() {
        return handle.isBlank() ? Handle.of(name) : handle.strip();
    }

    Set<Brand.Aim> aimed() {
        var aimed = EnumSet.noneOf(Brand.Aim.class);
        aims.stream().map(Brand.Aim::valueOf).forEach(aimed::add);
        return aimed;
    }

    Duration lateLimit() {
        return Duration.ofMinutes(late());
    }

    private int late() {
        return Integer.parseInt(lateMinutes);
    }

    private static boolean isNoAim(String name) {
        for (var aim : Brand.Aim.values()) {
            if (aim.name().equals(name)) {
                return false;
            }
        }
        return true;
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "brand.fault." + field);
        }
    }
}
