package dev.parvi.community.web;

import dev.parvi.community.Inbox;
import dev.parvi.community.Judged;
import dev.parvi.community.Said;
import dev.parvi.community.SavedView;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import dev.parvi.ui.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Small things that the inbox's pages say. */
public final class Shown {

    /** The languages that the inbox can be narrowed to and replies are written in. */
    public static final List<String> LANGUAGES = List.of("en", "fi", "ru", "sv", "de", "es", "fr", "it", "pt");

    /** The marks in the order in which moderators put them right. */
    public static final List<Mark> OFTEN_WRONG =
            List.of(Mark.SPAM, Mark.OFFENSIVE, Mark.COMPLAINT, Mark.QUESTION, Mark.PURCHASE_INTENT, Mark.PRAISE);

    public static final int DEEPEST = 6;

    private static final int HOUR = 60;
    private static final int DAY = 24 * HOUR;
    private static final int BRIEF = 80;

    private Shown() {}

    public static long of(Inbox inbox, Asked.View view) {
        var counts = inbox.counts();
        return switch (view) {
            case WAITING -> counts.waiting();
            case OPEN -> counts.open();
            case MINE -> counts.of(inbox.me());
            case UNASSIGNED -> counts.unassigned();
            case SNOOZED -> counts.snoozed();
            case DONE -> counts.done();
        };
    }

    /** How far an utterance is moved in: what lies deeper stands below each other. */
    public static int depth(int depth) {
        return Math.min(depth, DEEPEST);
    }

    public static String name(Page page, Said said) {
        if (said.us()) {
            return said.speaker().isEmpty() ? page.t("community.us") : said.speaker();
        }
        return said.speaker().isEmpty() ? page.t("community.somebody") : said.speaker();
    }

    /** The beginning of what somebody said. */
    public static String brief(String text) {
        return text.codePointCount(0, text.length()) <= BRIEF
                ? text
                : text.substring(0, text.offsetByCodePoints(0, BRIEF)) + "…";
    }

    public static String marks(Page page, Collection<Mark> marks) {
        return marks.stream()
                .map(mark -> page.t("community.mark." + mark.name()))
                .collect(Collectors.joining(", "));
    }

    /** The badge of a mood. */
    public static String tone(Mood mood) {
        return switch (mood) {
            case NEGATIVE -> "bg-red-lt";
            case POSITIVE -> "bg-green-lt";
            case NEUTRAL, UNSURE -> "bg-secondary-lt";
        };
    }

    /** What it was taken for before somebody corrected it. */
    public static String understood(Page page, Judged judged) {
        return Stream.concat(
                        Stream.of(page.t("community.mood." + judged.mood().name())),
                        judged.marks().stream().map(mark -> page.t("community.mark." + mark.name())))
                .collect(Collectors.joining(", "));
    }

    /** What somebody said that it is instead. */
    public static String corrected(Page page, Judged judged) {
        var right = judged.right();
        var mood = right.mood();
        var language = right.language();
        return Stream.of(
                        mood == null ? Stream.<String>of() : Stream.of(page.t("community.mood." + mood.name())),
                        right.marks().entrySet().stream()
                                .sorted(Map.Entry.comparingByKey())
                                .map(each -> page.t(
                                        each.getValue() ? "community.lessons.is" : "community.lessons.isnt",
                                        "mark",
                                        page.t("community.mark." + each.getKey().name()))),
                        language == null ? Stream.<String>of() : Stream.of(language(page, language.code())))
                .flatMap(each -> each)
                .collect(Collectors.joining(", "));
    }

    /** In the largest unit that says it exactly. */
    public static String within(Page page, int minutes) {
        if (minutes % DAY == 0) {
            return page.t("community.within.days", "n", minutes / DAY);
        }
        return minutes % HOUR == 0
                ? page.t("community.within.hours", "n", minutes / HOUR)
                : page.t("community.within.minutes", "n", minutes);
    }

    /** The badge of an answer, by the name of its own state or its delivery's. */
    public static String tone(String state) {
        return switch (state) {
            case "PUBLISHED" -> "bg-green-lt";
            case "FAILED", "REFUSED" -> "bg-red-lt";
            case "UNKNOWN", "LATE", "ASKED" -> "bg-orange-lt";
            case "CLAIMED", "PENDING" -> "bg-blue-lt";
            default -> "bg-secondary-lt";
        };
    }

    public static String query(SavedView view) {
        return view.query().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    /** The time alone where it's today, the day alone where it isn't. */
    public static String lately(Page page, Instant at, Instant now) {
        var day = at.atZone(page.zone()).toLocalDate();
        var today = now.atZone(page.zone()).toLocalDate();
        if (day.equals(today)) {
            return page.time(at);
        }
        return day.getYear() == today.getYear() ? page.date("d MMM", day) : page.date(day);
    }

    public static String language(Page page, String code) {
        var name = Locale.of(code).getDisplayLanguage(page.locale());
        return name.isEmpty() ? code : name.substring(0, 1).toUpperCase(page.locale()) + name.substring(1);
    }
}
