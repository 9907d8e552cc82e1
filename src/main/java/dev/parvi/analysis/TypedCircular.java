package dev.parvi.analysis;

import dev.parvi.platform.Letters;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A circular as somebody typed it; addresses with commas, spaces or lines between. */
public record TypedCircular(
        String title,
        String kind,
        String weekday,
        String monthDay,
        String campaign,
        String at,
        String language,
        List<String> sides,
        String readers,
        boolean running) {

    public static final int READERS_MOST = 20;

    private static final int LONGEST_TITLE = 120;
    private static final int LONGEST_ADDRESS = 254;

    public static TypedCircular of(Circular circular) {
        return new TypedCircular(
                circular.title(),
                circular.kind().name(),
                circular.weekday().name(),
                Integer.toString(circular.monthDay()),
                circular.campaign() == null ? "" : circular.campaign().toString(),
                circular.at().toString(),
                circular.language(),
                circular.sides(),
                String.join(
                        "\n",
                        circular.readers().stream()
                                .map(Circular.Reader::address)
                                .toList()),
                circular.running());
    }

    public static TypedCircular usual(String language) {
        return new TypedCircular("", "WEEK", "MONDAY", "1", "", "08:00", language, TypedReport.all(), "", false);
    }

    /** What is to mend: by field, the key of the message that says how. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(
                faults,
                "title",
                title.strip().length() > LONGEST_TITLE || title.chars().anyMatch(c -> c < ' '));
        fault(
                faults,
                "kind",
                Stream.of(Report.Kind.values()).noneMatch(each -> each.name().equals(kind)));
        fault(faults, "weekday", "WEEK".equals(kind) && day().isEmpty());
        fault(faults, "monthDay", "MONTH".equals(kind) && !monthDay.strip().matches("0?[1-9]|1\\d|2[0-8]"));
        fault(faults, "campaign", "CAMPAIGN".equals(kind) && !campaign.matches("\\d{1,18}"));
        fault(faults, "at", time().isEmpty());
        fault(faults, "language", !TypedReport.LANGUAGES.contains(language));
        fault(faults, "sides", sides.isEmpty() || !TypedReport.all().containsAll(sides));
        var addresses = addresses();
        if (addresses.isEmpty()) {
            faults.put("readers", "analysis.circular.fault.readers");
        } else if (addresses.size() > READERS_MOST) {
            faults.put("readers", "analysis.circular.fault.many");
        } else if (wrong().isPresent()) {
            faults.put("readers", "analysis.circular.fault.address");
        }
        return faults;
    }

    /** The first address that can't be one. */
    public Optional<String> wrong() {
        return addresses().stream()
                .filter(each -> each.length() > LONGEST_ADDRESS || !Letters.mailable(each))
                .findFirst();
    }

    List<String> addresses() {
        return Stream.of(readers.split("[\\s,;]+"))
                .filter(each -> !each.isBlank())
                .distinct()
                .toList();
    }

    /** @return what was typed, which has no faults */
    Circular circular(long id, long madeBy) {
        return new Circular(
                id,
                title.strip(),
                Report.Kind.valueOf(kind),
                day().orElse(DayOfWeek.MONDAY),
                monthDay.strip().matches("\\d{1,2}") ? Math.clamp(Integer.parseInt(monthDay.strip()), 1, 28) : 1,
                campaignId(),
                running && campaignId() != null,
                time().orElseThrow(),
                language,
                sides,
                madeBy,
                null,
                "",
                addresses().stream()
                        .map(each -> new Circular.Reader(each, null))
                        .toList());
    }

    @Nullable
    Long campaignId() {
        return "CAMPAIGN".equals(kind) && campaign.matches("\\d{1,18}") ? (Long) Long.parseLong(campaign) : null;
    }

    private Optional<DayOfWeek> day() {
        return Stream.of(DayOfWeek.values())
                .filter(each -> each.name().equals(weekday))
                .findFirst();
    }

    private Optional<LocalTime> time() {
        try {
            return Optional.of(LocalTime.parse(at.strip()).withSecond(0).withNano(0));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "analysis.circular.fault." + field);
        }
    }
}
