package dev.parvi.tracking;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A conversion as somebody told it.
 *
 * @param name {@code registered}, {@code called}, {@code bought}, {@code subscribed} or the site's own, in small letters
 * @param value of what was bought, 0 to 999,999,999.99; null for none
 * @param currency three letters of ISO 4217; empty without a value
 * @param key what is told twice under it counts once; at most 200 characters
 * @param link code of the link that the teller remembers; empty for none
 * @param number of ours that was called, digits only; empty for none
 */
public record Told(
        String name, Instant at, @Nullable BigDecimal value, String currency, String key, String link, String number) {

    public static final int KEY_MOST = 200;

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,39}");
    private static final Pattern CURRENCY = Pattern.compile("[A-Z]{3}");
    private static final BigDecimal MOST = new BigDecimal("1000000000");

    /** Who told it. */
    public enum Via {
        SCRIPT,
        SERVER,
        PHONE,
        PAGE
    }

    /** As typed by a stranger: in small letters, digits only; empty where it makes no sense, with the fault told by {@link #fault}. */
    public static Told of(
            String name,
            Instant at,
            @Nullable BigDecimal value,
            String currency,
            String key,
            String link,
            String number) {
        return new Told(
                name.strip().toLowerCase(Locale.ROOT),
                at,
                value,
                value == null ? "" : currency.strip().toUpperCase(Locale.ROOT),
                key,
                link,
                digits(number));
    }

    /** What is wrong with it, in words for whoever writes the program that told it; empty for nothing. */
    public Optional<String> fault() {
        if (!NAME.matcher(name).matches()) {
            return Optional.of("name: one to 40 small letters, digits and hyphens");
        }
        if (key.isBlank() || key.length() > KEY_MOST) {
            return Optional.of("key: 1 to " + KEY_MOST + " characters");
        }
        if (value != null && (value.signum() < 0 || value.compareTo(MOST) >= 0 || value.scale() > 2)) {
            return Optional.of("value: 0 to 999999999.99");
        }
        if (value != null && !CURRENCY.matcher(currency).matches()) {
            return Optional.of("currency: three letters, as EUR");
        }
        return Optional.empty();
    }

    static String digits(String number) {
        var digits = number.replaceAll("[^0-9]", "");
        return digits.length() > 20 ? digits.substring(0, 20) : digits;
    }
}
