package dev.parvi.brand.web;

import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voice;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import org.springframework.util.MultiValueMap;

/** Reads a voice from what a form sent; what isn't sent is empty. The way of address in a language is {@code address.<code>}. */
final class VoiceForm {

    private VoiceForm() {}

    static TypedVoice read(MultiValueMap<String, String> form) {
        var address = new HashMap<String, String>();
        Voice.PAIRS.keySet().forEach(language -> address.put(language, one(form, "address." + language)));
        return new TypedVoice(
                address,
                one(form, "preferred"),
                one(form, "avoided"),
                one(form, "humour"),
                one(form, "emoji"),
                one(form, "unwanted"),
                one(form, "signature"),
                one(form, "apologies"),
                one(form, "longest"),
                new LinkedHashSet<>(form.getOrDefault("languages", List.of())));
    }

    private static String one(MultiValueMap<String, String> form, String name) {
        return Objects.requireNonNullElse(form.getFirst(name), "");
    }
}
