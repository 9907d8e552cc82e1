package dev.parvi.community;

import dev.parvi.brand.Brand;
import dev.parvi.brand.Letter;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Address;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What an outside model is told: our own words as rules, everybody else's as material without names. The page on which a
 * manager agrees lists just this; whoever adds to it raises {@link dev.parvi.brand.Scribe#TERMS}.
 */
final class Dictation {

    /** Comments before the one that's answered. */
    static final int BEFORE = 20;

    /** Comments in a summary, and their characters together. */
    static final int MOST = 200;

    static final int CHARACTERS = 40_000;

    /** Characters of one text: the whole of nearly all comments. */
    private static final int EACH = 4_000;

    private static final JsonMapper JSON = new JsonMapper();

    private Dictation() {}

    /** Whether it may leave the desk at all. */
    static boolean maySend(Said said) {
        return said.kind() != Kind.MESSAGE
                && said.gone() == null
                && !said.erased()
                && (said.standing() == Standing.SHOWN || said.standing() == Standing.HELD);
    }

    /** @param earlier what was said before, in the order in which it's read */
    static Letter draft(Brand brand, Voice voice, String head, List<Said> earlier, Said target, int limit) {
        var language = target.language().isEmpty() ? brand.language().getLanguage() : target.language();
        var rules = """
                You write drafts of answers for %s. What it does: %s
                Write one answer to the text under "answer" in the material, in the language %s. A member of the team will read,
                change and send it. Promise nothing, and state nothing about the brand that the material doesn't say; where a fact
                is missing, leave a gap in square brackets for the team to fill in. Match the mood: no jokes under a complaint, no
                cheer under grief. Keep it short, at most %d characters. No greeting by name.
                %s""".formatted(
                        flat(brand.name()), flat(brand.does()), language(language), limit, guide(voice, language));
        var who = new Numbers();
        var material = new LinkedHashMap<String, Object>();
        if (!head.isBlank()) {
            material.put("post", cut(head));
        }
        material.put(
                "before",
                earlier.stream()
                        .filter(Dictation::maySend)
                        .skip(Math.max(
                                0, earlier.stream().filter(Dictation::maySend).count() - BEFORE))
                        .map(each -> said(each, who))
                        .toList());
        material.put("answer", said(target, who));
        return new Letter(rules, JSON.writeValueAsString(material));
    }

    /** @param said in the order in which it was said; the latest are taken */
    static Letter summary(Brand brand, String head, List<Said> said) {
        var rules = """
                You sum up discussions for the team of %s. Write in the language %s, at most 120 words, in short lines that each
                begin with a dash: what it's about, which views there are and how many share them, what is asked and not yet
                answered, what we promised. Say only what stands in the material. Call people as the material does.
                """.formatted(flat(brand.name()), language(brand.language().getLanguage()));
        var who = new Numbers();
        var taken = new ArrayList<Said>();
        var characters = 0;
        for (var each : said.reversed()) {
            var length = Math.min(EACH, each.text().length());
            if (taken.size() == MOST || characters + length > CHARACTERS) {
                break;
            }
            if (maySend(each)) {
                taken.add(each);
                characters += length;
            }
        }
        var material = new LinkedHashMap<String, Object>();
        if (!head.isBlank()) {
            material.put("post", cut(head));
        }
        material.put(
                "comments",
                taken.reversed().stream().map(each -> said(each, who)).toList());
        return new Letter(rules, JSON.writeValueAsString(material));
    }

    private static Map<String, Object> said(Said said, Numbers who) {
        var told = new LinkedHashMap<String, Object>();
        told.put("who", said.us() ? "we" : "person " + who.of(said));
        if (said.stars() != null) {
            told.put("stars", said.stars());
        }
        told.put("text", cut(said.text()));
        return told;
    }

    private static String guide(Voice voice, String language) {
        var lines = new ArrayList<String>();
        var way = voice.address().get(language);
        var pair = Voice.PAIRS.get(language);
        if (way != null && pair != null) {
            lines.add("Address people as: " + pair.of(way) + (way == Address.FORMAL ? " (formal)" : " (familiar)"));
        }
        line(lines, "Words we like: ", String.join(", ", voice.preferred()));
        line(
                lines,
                "Words we don't use: ",
                voice.avoided().stream()
                        .map(each -> each.word() + (each.instead().isEmpty() ? "" : " (say " + each.instead() + ")"))
                        .collect(Collectors.joining(", ")));
        if (voice.humour() == Voice.Humour.NEVER) {
            lines.add("No humour.");
        }
        switch (voice.emoji()) {
            case NONE -> lines.add("No emoji.");
            case FEW -> lines.add("At most " + Voice.FEW_EMOJI + " emoji.");
            case FREE -> line(lines, "Never these emoji: ", String.join(" ", voice.unwantedEmoji()));
        }
        line(lines, "End with this signature: ", voice.signature());
        return lines.isEmpty() ? "" : "The brand's voice:\n" + String.join("\n", lines) + "\n";
    }

    private static void line(List<String> lines, String what, @Nullable String said) {
        if (said != null && !said.isBlank()) {
            lines.add(what + flat(said));
        }
    }

    private static String language(String code) {
        return Locale.of(code).getDisplayLanguage(Locale.ENGLISH) + " (" + code + ")";
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", " ").strip();
    }

    private static String cut(String text) {
        return Clean.text(text, EACH);
    }

    /** People by the order in which they are met. Whoever the network has no lasting name for is known by what they are called. */
    private static final class Numbers {

        private final Map<String, Integer> numbers = new HashMap<>();

        int of(Said said) {
            var key = said.profile() == 0 ? "name " + said.speaker() : "profile " + said.profile();
            return numbers.computeIfAbsent(key, each -> numbers.size() + 1);
        }
    }
}
