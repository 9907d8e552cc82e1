package dev.parvi.planning;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;

/** Tags as people type them: with or without their sign, parted by commas or spaces. */
public final class Tags {

    private static final int LONGEST = 64;

    private Tags() {}

    /** Each once, without its sign, in the order typed; longer ones are cut at 64 characters. */
    public static List<String> of(String typed) {
        var tags = new LinkedHashMap<String, String>();
        Arrays.stream(typed.split("[\\s,;]+"))
                .map(tag -> tag.replaceFirst("^#+", ""))
                .filter(tag -> !tag.isBlank())
                .map(tag -> tag.length() > LONGEST ? tag.substring(0, LONGEST) : tag)
                .forEach(tag -> tags.putIfAbsent(tag.toLowerCase(Locale.ROOT), tag));
        return List.copyOf(tags.values());
    }
}
