package dev.parvi.text;

import java.util.Locale;

/** A language by its ISO 639-1 code, such as {@code fi}; {@link #UNKNOWN} where it can't be told. */
public record Language(String code) {

    public static final Language UNKNOWN = new Language("und");

    public Language {
        code = code.toLowerCase(Locale.ROOT);
    }

    public boolean known() {
        return !equals(UNKNOWN);
    }

    @Override
    public String toString() {
        return code;
    }
}
