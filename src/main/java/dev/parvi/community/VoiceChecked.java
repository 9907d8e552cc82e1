package dev.parvi.community;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What the voice check says of an answer.
 *
 * @param preferred words that the brand likes to use, as a reminder
 */
public record VoiceChecked(List<VoiceWarning> warnings, List<String> preferred) {

    public VoiceChecked {
        warnings = List.copyOf(warnings);
        preferred = List.copyOf(preferred);
    }

    /** What "send anyway" stands for: these warnings and no others. Empty where there is none. */
    public String token() {
        return warnings.stream()
                .map(each -> each.kind() + ":" + each.arguments().getOrDefault("found", ""))
                .distinct()
                .sorted()
                .collect(Collectors.joining(" "));
    }

    /** @param confirmed the token that the form sent along; empty for none */
    public boolean passes(String confirmed) {
        return warnings.isEmpty() || token().equals(confirmed);
    }
}
