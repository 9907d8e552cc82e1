package dev.parvi.planning.web.calendar;

import dev.parvi.ui.Page;
import dev.parvi.ui.Parts;
import gg.jte.Content;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Months as they were drawn last, to be shown again until what they show was read anew. */
@Component
public class Drawings {

    /** Of some hundred kilobytes at the most. */
    private static final int MOST = 64;

    private final Parts parts;
    private final Map<Drawn, Content> kept = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Drawn, Content> eldest) {
            return size() > MOST;
        }
    };

    Drawings(Parts parts) {
        this.parts = parts;
    }

    /** All that a month's days depend on. */
    private record Drawn(long reading, Asked asked, String brand, Locale locale, LocalDate today, boolean writes) {}

    /** The days of a month. */
    public Content month(Page page, CalendarView view) {
        var drawn = new Drawn(view.reading(), view.asked(), page.at(""), page.locale(), view.today(), view.writes());
        var there = kept(drawn);
        if (there != null) {
            return there;
        }
        var fresh = parts.drawn(
                "planning/web/calendar/days", Map.of("page", page, "view", view, "dates", Dates.in(page.locale())));
        keep(drawn, fresh);
        return fresh;
    }

    private synchronized @Nullable Content kept(Drawn drawn) {
        return kept.get(drawn);
    }

    private synchronized void keep(Drawn drawn, Content content) {
        kept.put(drawn, content);
    }
}
