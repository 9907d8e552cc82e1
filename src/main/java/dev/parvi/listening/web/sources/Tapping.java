package dev.parvi.listening.web.sources;

import dev.parvi.connector.Fault;
import dev.parvi.listening.TuningIn.Choice;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Following something on a network, as far as it has come.
 *
 * @param key of the choice that was made; empty for none
 * @param typed as typed
 * @param fault why it can't be followed; null for nothing
 */
public record Tapping(
        List<Choice> choices,
        String key,
        String typed,
        @Nullable Fault fault) {

    static Tapping of(List<Choice> choices) {
        return new Tapping(choices, "", "", null);
    }

    /** What is wrong with what was typed there; null for nothing. */
    public @Nullable Fault wrong(Choice choice) {
        return choice.key().equals(key) ? fault : null;
    }
}
