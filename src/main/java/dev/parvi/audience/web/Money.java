package dev.parvi.audience.web;

import dev.parvi.ui.Page;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Sums as the reader writes them. */
public final class Money {

    private static final double HUNDRED = 100;

    private Money() {}

    /** A dash where there is none. @param currency three letters; what no currency has stands as it is */
    public static String of(Page page, @Nullable Long cents, String currency) {
        if (cents == null) {
            return "–";
        }
        try {
            var format = NumberFormat.getCurrencyInstance(page.locale());
            format.setCurrency(Currency.getInstance(currency));
            return format.format(cents / HUNDRED);
        } catch (IllegalArgumentException unknown) {
            return String.format(page.locale(), "%.2f ", cents / HUNDRED) + currency;
        }
    }

    /** For each of so many; a dash where there are none, or nothing was paid. */
    public static String each(Page page, long cents, BigDecimal many, String currency) {
        return many.signum() <= 0 || cents == 0 ? "–" : of(page, Math.round(cents / many.doubleValue()), currency);
    }

    /** Credit may be a part of one. */
    public static String credit(Page page, BigDecimal credit) {
        var format = NumberFormat.getInstance(page.locale());
        format.setMaximumFractionDigits(2);
        return format.format(credit);
    }

    /** An estimate, in whole ones; a dash where there is none. */
    public static String about(Page page, @Nullable Double number) {
        return number == null ? "–" : "≈ " + page.number(Math.round(number));
    }
}
