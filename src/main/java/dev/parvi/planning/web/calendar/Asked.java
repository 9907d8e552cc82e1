package dev.parvi.planning.web.calendar;

import dev.parvi.planning.Fates;
import dev.parvi.planning.Filter;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PillarId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to see of the calendar.
 *
 * @param from a day within the window
 * @param days how many days a list shows, 1 to 31
 */
public record Asked(View view, LocalDate from, int days, Filter filter) {

    /** How the calendar is laid out. */
    public enum View {
        MONTH,
        WEEK,
        LIST;

        public String key() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static final int MOST_DAYS = 31;

    /** From the address; what makes no sense there is left out. */
    static Asked of(
            @Nullable String view,
            @Nullable LocalDate from,
            @Nullable Integer days,
            @Nullable Long account,
            @Nullable String state,
            @Nullable String tag,
            @Nullable Long pillar,
            LocalDate today) {
        var filter = new Filter(
                account == null ? null : new AccountId(account),
                one(Fates.State.class, state),
                tag == null ? "" : tag.strip().replaceFirst("^#", ""),
                pillar == null ? null : new PillarId(pillar));
        var shown = one(View.class, view);
        var span = days == null ? MOST_DAYS : Math.clamp(days, 1, MOST_DAYS);
        return new Asked(shown == null ? View.MONTH : shown, from == null ? today : from, span, filter);
    }

    public LocalDate first() {
        return switch (view) {
            case MONTH -> monday(from.withDayOfMonth(1));
            case WEEK -> monday(from);
            case LIST -> from;
        };
    }

    public LocalDate last() {
        return switch (view) {
            case MONTH -> monday(from.with(TemporalAdjusters.lastDayOfMonth())).plusDays(6);
            case WEEK -> first().plusDays(6);
            case LIST -> from.plusDays(days - 1L);
        };
    }

    public Asked earlier() {
        return at(
                switch (view) {
                    case MONTH -> from.withDayOfMonth(1).minusMonths(1);
                    case WEEK -> from.minusWeeks(1);
                    case LIST -> from.minusDays(days);
                });
    }

    public Asked later() {
        return at(
                switch (view) {
                    case MONTH -> from.withDayOfMonth(1).plusMonths(1);
                    case WEEK -> from.plusWeeks(1);
                    case LIST -> from.plusDays(days);
                });
    }

    public Asked at(LocalDate day) {
        return new Asked(view, day, days, filter);
    }

    public Asked as(View other) {
        return new Asked(other, from, days, filter);
    }

    /** The list of one day. */
    public Asked only(LocalDate day) {
        return new Asked(View.LIST, day, 1, filter);
    }

    /** As the query of an address, without its question mark. */
    public String query() {
        var parts = new ArrayList<String>();
        parts.add("view=" + view.key());
        parts.add("from=" + from);
        if (view == View.LIST) {
            parts.add("span=" + days);
        }
        if (filter.account() != null) {
            parts.add("account=" + filter.account());
        }
        if (filter.state() != null) {
            parts.add("state=" + filter.state());
        }
        if (!filter.tag().isEmpty()) {
            parts.add("tag=" + URLEncoder.encode(filter.tag(), StandardCharsets.UTF_8));
        }
        if (filter.pillar() != null) {
            parts.add("pillar=" + filter.pillar());
        }
        return String.join("&", parts);
    }

    private static LocalDate monday(LocalDate day) {
        return day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        for (var each : type.getEnumConstants()) {
            if (each.name().equalsIgnoreCase(name)) {
                return each;
            }
        }
        return null;
    }
}
