package dev.parvi.community.web;

import dev.parvi.connector.Moderates.Act;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An act of moderation that was just done and can be taken back, as the address says it.
 *
 * @param comment the desk's number of the utterance
 */
public record Undo(Act did, Act back, String comment) {

    /** Null where the address says nothing of the kind. */
    static @Nullable Undo of(Map<String, String> parameters) {
        var did = act(parameters.get("did"));
        var back = act(parameters.get("undo"));
        var comment = parameters.getOrDefault("at", "");
        return did.isPresent() && back.isPresent() && comment.matches("\\d{1,18}")
                ? new Undo(did.get(), back.get(), comment)
                : null;
    }

    private static Optional<Act> act(@Nullable String name) {
        return Stream.of(Act.values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
