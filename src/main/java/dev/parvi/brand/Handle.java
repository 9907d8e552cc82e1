package dev.parvi.brand;

import com.ibm.icu.text.Transliterator;
import java.util.regex.Pattern;

/** A brand's name in addresses. */
final class Handle {

    private static final Pattern GOOD = Pattern.compile("[a-z0-9][a-z0-9-]{1,39}");
    private static final int LONGEST = 40;

    private Handle() {}

    static boolean isGood(String handle) {
        return GOOD.matcher(handle).matches();
    }

    /** The nearest to a name in any script: {@code Kahvipaahtimo Töölö} is {@code kahvipaahtimo-toolo}. */
    static String of(String name) {
        var latin = Transliterator.getInstance("Any-Latin; Latin-ASCII; Lower").transliterate(name);
        var handle = latin.replaceAll("['’]", "").replaceAll("[^a-z0-9]+", "-").replaceAll("^-+", "");
        return (handle.length() > LONGEST ? handle.substring(0, LONGEST) : handle).replaceAll("-+$", "");
    }
}
