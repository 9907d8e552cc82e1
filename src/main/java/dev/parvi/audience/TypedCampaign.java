package dev.parvi.audience;

import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A campaign as somebody typed it; links one a line. */
public record TypedCampaign(
        String name,
        String goal,
        String audience,
        String begins,
        String ends,
        String currency,
        String tag,
        String links) {

    private static final int NAME = 100;
    private static final int WORDS = 500;
    private static final int LINKS = 50;
    private static final long DAYS = 1_000;

    public static TypedCampaign of(Campaign campaign) {
        return new TypedCampaign(
                campaign.name(),
                campaign.goal(),
                campaign.audience(),
                campaign.begins().toString(),
                campaign.ends().toString(),
                campaign.currency(),
                campaign.tag(),
                String.join("\n", campaign.links()));
    }

    public static TypedCampaign empty(LocalDate today) {
        return new TypedCampaign(
                "", "", "", today.toString(), today.plusDays(13).toString(), "EUR", "", "");
    }

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(faults, "name", name.isBlank() || name.strip().length() > NAME);
        fault(faults, "goal", goal.length() > WORDS);
        fault(faults, "audience", audience.length() > WORDS);
        var from = day(begins);
        var to = day(ends);
        fault(faults, "begins", from.isEmpty());
        fault(faults, "ends", to.isEmpty() || from.isPresent() && !follows(from.get(), to.get()));
        fault(faults, "currency", !currency.strip().matches("[A-Za-z]{3}"));
        fault(faults, "tag", tag.strip().length() > NAME || !tag.strip().matches("[\\p{L}\\p{N}_.\\-]*"));
        fault(faults, "links", lines().size() > LINKS || !lines().stream().allMatch(TypedCampaign::web));
        return faults;
    }

    /** @return what was typed, which has no faults */
    Campaign campaign(long id) {
        return new Campaign(
                id,
                name.strip(),
                goal.strip(),
                audience.strip(),
                day(begins).orElseThrow(),
                day(ends).orElseThrow(),
                currency.strip().toUpperCase(Locale.ROOT),
                tag.strip(),
                lines());
    }

    private static boolean follows(LocalDate from, LocalDate to) {
        return !to.isBefore(from) && to.isBefore(from.plusDays(DAYS));
    }

    private List<String> lines() {
        return links.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static boolean web(String line) {
        try {
            var uri = URI.create(line);
            return uri.getHost() != null
                    && line.length() <= WORDS
                    && String.valueOf(uri.getScheme()).matches("https?");
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    static Optional<LocalDate> day(String typed) {
        try {
            return Optional.of(LocalDate.parse(typed.strip()))
                    .filter(day -> day.getYear() >= 2000 && day.getYear() < 2200);
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "audience.campaign.fault." + field);
        }
    }
}
