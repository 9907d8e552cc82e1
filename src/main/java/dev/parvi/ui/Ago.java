package dev.parvi.ui;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;

/** How long ago something was, as somebody would say it; from the day before yesterday on the date. */
public final class Ago {

    private static final int DAYS = 2;

    private Ago() {}

    public static String of(Page page, Instant then, Instant now) {
        var gone = Duration.between(then, now);
        if (gone.toMinutes() < 1) {
            return page.t("ui.ago.now");
        }
        if (gone.toHours() < 1) {
            return page.t("ui.ago.minutes", "n", gone.toMinutes());
        }
        if (gone.toDays() < 1) {
            return page.t("ui.ago.hours", "n", gone.toHours());
        }
        if (gone.toDays() < DAYS) {
            return page.t("ui.ago.days", "n", gone.toDays());
        }
        return page.date(LocalDate.ofInstant(then, page.zone()));
    }

    /** A length of time in its largest fitting unit: minutes below two hours, hours below two days. */
    public static String span(Page page, Duration time) {
        if (time.toHours() < DAYS) {
            return page.t("ui.span.minutes", "n", Math.max(1, time.toMinutes()));
        }
        if (time.toDays() < DAYS) {
            return page.t("ui.span.hours", "n", time.toHours());
        }
        return page.t("ui.span.days", "n", time.toDays());
    }
}
