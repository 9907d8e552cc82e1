package dev.parvi.community;

import dev.parvi.brand.Emojis;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Address;
import dev.parvi.brand.Voice.Avoided;
import dev.parvi.brand.Voice.EmojiUse;
import dev.parvi.brand.Voice.Humour;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** One labelled case of {@code src/test/resources/voice}: what is answered, under which guide, and what is wrong with the answer. */
record VoiceCase(String language, Voice guide, VoiceAnswer answer, Set<VoiceWarning.Kind> kinds) {

    private static final Map<String, List<Avoided>> AVOIDED = Map.of(
            "fi",
                    List.of(
                            new Avoided("halpa", "edullinen"),
                            new Avoided("ongelma", "asia"),
                            new Avoided("asiakaspalvelija", "tiimiläinen")),
            "ru",
                    List.of(
                            new Avoided("дешёвый", "доступный"),
                            new Avoided("проблема", "вопрос"),
                            new Avoided("клиент", "гость")),
            "en",
                    List.of(
                            new Avoided("cheap", "affordable"),
                            new Avoided("issue", "matter"),
                            new Avoided("customer", "guest")));
    private static final Map<String, Address> ADDRESS = Map.of("fi", Address.FAMILIAR, "ru", Address.FORMAL);

    /** @param half {@code dev}, {@code held} or {@code fresh} */
    static List<VoiceCase> of(String language, String half) {
        try (var in = VoiceCase.class.getResourceAsStream("/voice/" + language + "." + half + ".tsv")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .map(line -> read(language, line.split("\t")))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Set<VoiceWarning.Kind> found() {
        return VoiceCheck.of(answer, guide).stream()
                .map(VoiceWarning::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(VoiceWarning.Kind.class)));
    }

    private static VoiceCase read(String language, String[] fields) {
        var kinds = EnumSet.noneOf(VoiceWarning.Kind.class);
        if (!fields[4].equals("-")) {
            Arrays.stream(fields[4].split(",")).map(VoiceWarning.Kind::valueOf).forEach(kinds::add);
        }
        var before = fields[1].equals("-") ? List.<String>of() : List.of(fields[1].split(" // "));
        var text = fields[3].replace("\\n", "\n");
        return new VoiceCase(
                language,
                guide(language, fields[0]),
                new VoiceAnswer(text, language, fields[2], null, null, before),
                kinds);
    }

    private static Voice guide(String language, String said) {
        var address = new java.util.HashMap<>(ADDRESS);
        var avoided = new ArrayList<>(Objects.requireNonNull(AVOIDED.get(language)));
        var humour = Humour.UNTROUBLED;
        var emoji = EmojiUse.FEW;
        var unwanted = Set.<String>of();
        var signature = "";
        var apologies = 2;
        var longest = 0;
        for (var part : said.equals("-") ? new String[0] : said.split(";")) {
            var value = part.substring(part.indexOf(':') + 1);
            switch (part.replaceFirst(":.*", "")) {
                case "te" -> address.put("fi", Address.FORMAL);
                case "ty" -> address.put("ru", Address.FAMILIAR);
                case "humour" -> humour = Humour.valueOf(value.toUpperCase(Locale.ROOT));
                case "emoji" -> emoji = EmojiUse.valueOf(value.toUpperCase(Locale.ROOT));
                case "not" ->
                    unwanted =
                            Emojis.in(value).stream().map(Emojis.Found::emoji).collect(Collectors.toSet());
                case "sign" -> signature = value;
                case "sorry" -> apologies = Integer.parseInt(value);
                case "long" -> longest = Integer.parseInt(value);
                case "avoid" -> avoided.add(new Avoided(value.split(">")[0], value.split(">")[1]));
                default -> throw new IllegalArgumentException(part);
            }
        }
        return new Voice(
                address, List.of(), avoided, humour, emoji, unwanted, signature, apologies, longest, List.of());
    }
}
