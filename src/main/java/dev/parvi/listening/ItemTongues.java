package dev.parvi.listening;

import dev.parvi.text.Understanding;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * In which language items are. What is claimed is believed, save the English that so much software claims unasked. Where many of one source come at
 * once, as on its first reading, some of them are listened to; if all of these but one agree, the others are taken to be in the same language.
 */
final class ItemTongues {

    /** So many are listened to, the first of a batch and others spread over it. */
    private static final int SAMPLE = 8;

    /** So many of them have to agree: short texts are misheard now and then. */
    private static final int ALIKE = 7;

    /** From so many of a source on: below it each is listened to. */
    private static final int MANY = 3 * SAMPLE;

    private static final int LOOKED_AT = 200;

    private final Map<Long, List<String>> unclaimed = new HashMap<>();
    private final Map<Long, String> agreed = new HashMap<>();

    /** @param source 0 for one whose items aren't all of one mouth */
    void add(long source, String claimed, String text) {
        if (source != 0 && code(claimed).isEmpty()) {
            unclaimed.computeIfAbsent(source, id -> new ArrayList<>()).add(text);
        }
    }

    /** An ISO 639-1 code; empty where nobody knows. To be asked once all have been added. */
    String of(long source, String claimed, String text) {
        var code = code(claimed);
        if (!code.isEmpty()) {
            return code;
        }
        var all = agreed.computeIfAbsent(source, id -> agreed(unclaimed.getOrDefault(id, List.of())));
        return all.isEmpty() ? told(claimed, text) : all;
    }

    /** Empty where too few are there, or they don't agree. */
    private static String agreed(List<String> texts) {
        if (texts.size() < MANY) {
            return "";
        }
        var codes = new ArrayList<String>();
        for (var n = 0; n < SAMPLE; n++) {
            codes.add(told("", texts.get(n * texts.size() / SAMPLE)));
        }
        return codes.stream()
                .filter(code -> Collections.frequency(codes, code) >= ALIKE)
                .findFirst()
                .orElse("");
    }

    private static String told(String claimed, String text) {
        var told = Understanding.language(text.length() > LOOKED_AT ? text.substring(0, LOOKED_AT) : text);
        return told.known() ? told.code() : claimed.isEmpty() ? "" : "en";
    }

    private static String code(String claimed) {
        var code = claimed.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
        return code.equals("en") ? "" : code;
    }
}
