package dev.parvi.community;

import java.util.HashMap;
import java.util.Map;

/**
 * Something in an answer that its writer should look at again. Never an order: they may send it anyway.
 *
 * @param from where in the answer, in UTF-16 units; equal to {@code to} where it's about the whole
 * @param reason the key of the message that says why, with {@code arguments} in it
 * @param suggestion what to write in the place of what was found; empty where only the writer can tell
 */
public record VoiceWarning(
        Kind kind, int from, int to, String reason, Map<String, Object> arguments, String suggestion) {

    public enum Kind {
        /** The wrong form of address. */
        ADDRESS,
        AVOIDED,
        /** A joke where the guide or the occasion has no place for one. */
        JOKE,
        /** Cheer under a complaint or grief. */
        CHEER,
        /** Apologies or condolences under joy. */
        GLOOM,
        /** One scripted apology too many to one person. */
        SORRY_AGAIN,
        EMOJI,
        SIGNATURE,
        /** Blames the other, or defends itself. */
        BLAME,
        CAPS,
        LONG,
        /** Promises something and doesn't say when. */
        NO_DATE,
        /** Another language than the comment's, or one that the brand doesn't answer in. */
        LANGUAGE
    }

    public VoiceWarning {
        arguments = Map.copyOf(arguments);
    }

    static VoiceWarning of(Kind kind, int from, int to, Map<String, Object> arguments) {
        return new VoiceWarning(kind, from, to, "community.voice." + kind.name(), arguments, "");
    }

    static VoiceWarning of(Kind kind, VoiceText.Span span, String variant) {
        var reason = "community.voice." + kind.name() + (variant.isEmpty() ? "" : "." + variant);
        return new VoiceWarning(kind, span.from(), span.to(), reason, Map.of("found", span.text()), "");
    }

    VoiceWarning suggesting(String instead) {
        return new VoiceWarning(kind, from, to, reason, arguments, instead);
    }

    VoiceWarning arguing(String name, Object value) {
        var more = new HashMap<>(arguments);
        more.put(name, value);
        return new VoiceWarning(kind, from, to, reason, more, suggestion);
    }

    /** About the whole answer, not a place in it. */
    public boolean isAboutAll() {
        return from == to;
    }
}
