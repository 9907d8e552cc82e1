package dev.parvi.analysis;

import dev.parvi.brand.TypedGoal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A report as somebody asked for it.
 *
 * @param title empty for one that says the time
 * @param from of a week or a month any day in it; empty for the last one that is over. Of a campaign nothing: it has its own days
 * @param campaign the number of the campaign; else nothing
 */
public record TypedReport(
        String title, String kind, String from, String language, List<String> sides, String campaign) {

    public static final List<String> LANGUAGES = List.of("en", "fi", "ru");

    private static final int LONGEST_TITLE = 120;

    /** The keys of sides, in their order. */
    public static List<String> all() {
        return Stream.of(Chapter.Side.values()).map(Chapter.Side::key).toList();
    }

    /** What is to mend: by field, the key of the message that says how. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(faults, "title", title.strip().length() > LONGEST_TITLE);
        fault(
                faults,
                "kind",
                Stream.of(Report.Kind.values()).noneMatch(each -> each.name().equals(kind)));
        fault(faults, "from", !ofCampaign() && TypedGoal.day(from).isEmpty() && !from.isBlank());
        fault(faults, "campaign", ofCampaign() && campaignId() == null);
        fault(faults, "language", !LANGUAGES.contains(language));
        fault(faults, "sides", sides.isEmpty() || !all().containsAll(sides));
        return faults;
    }

    public boolean ofCampaign() {
        return "CAMPAIGN".equals(kind);
    }

    @Nullable
    Long campaignId() {
        return ofCampaign() && campaign.matches("\\d{1,18}") ? (Long) Long.parseLong(campaign) : null;
    }

    /** Of a week or a month. */
    Round round(LocalDate today) {
        var month = "MONTH".equals(kind);
        var day = TypedGoal.day(from).orElse(month ? today.minusMonths(1) : today.minusWeeks(1));
        return Round.before(Report.Kind.valueOf(kind), month ? day.plusMonths(1) : day.plusWeeks(1));
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "analysis.report.fault." + field);
        }
    }
}
