package dev.parvi.community;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Phrases to look for. A word may end in a star for any ending; {@code ..} stands for up to three words within the sentence.
 */
final class VoicePhrases {

    static final VoicePhrases NONE = new VoicePhrases(List.of());

    private static final int GAP = 3;
    private static final int KEY = 2;

    private final Map<String, List<String[]>> byStart = new HashMap<>();

    VoicePhrases(List<String> phrases) {
        for (var phrase : phrases) {
            var parts = VoiceText.even(phrase).split(" ");
            byStart.computeIfAbsent(key(parts[0]), k -> new ArrayList<>()).add(parts);
        }
    }

    boolean any(VoiceText text) {
        return first(text).isPresent();
    }

    Optional<VoiceText.Span> first(VoiceText text) {
        for (var at = 0; at < text.words().size(); at++) {
            var last = at(text, at);
            if (last >= 0) {
                return Optional.of(text.span(at, last));
            }
        }
        return Optional.empty();
    }

    /** @return the number of the last word of a phrase that begins with this one, or -1 */
    int at(VoiceText text, int first) {
        var candidates = byStart.get(key(text.words().get(first).even()));
        if (candidates == null) {
            return -1;
        }
        for (var parts : candidates) {
            var last = match(text, first, parts, 0);
            if (last >= 0) {
                return last;
            }
        }
        return -1;
    }

    private static int match(VoiceText text, int at, String[] parts, int part) {
        if (parts[part].equals("..")) {
            for (var skipped = 0; skipped <= GAP; skipped++) {
                var last = at + skipped < text.words().size() && sameSentence(text, at - 1, at + skipped)
                        ? match(text, at + skipped, parts, part + 1)
                        : -1;
                if (last >= 0) {
                    return last;
                }
            }
            return -1;
        }
        if (at >= text.words().size() || !fits(parts[part], text.words().get(at).even())) {
            return -1;
        }
        return part == parts.length - 1 ? at : match(text, at + 1, parts, part + 1);
    }

    private static boolean sameSentence(VoiceText text, int one, int other) {
        return text.words().get(one).sentence() == text.words().get(other).sentence();
    }

    static boolean fits(String wanted, String word) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }

    /** Phrases whose first word has a star after one letter would be missed; there are none. */
    private static String key(String word) {
        return word.length() <= KEY ? word : word.substring(0, KEY);
    }
}
