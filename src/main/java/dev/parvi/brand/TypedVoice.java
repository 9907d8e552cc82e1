package dev.parvi.brand;

import dev.parvi.brand.Voice.Address;
import dev.parvi.brand.Voice.Avoided;
import dev.parvi.brand.Voice.EmojiUse;
import dev.parvi.brand.Voice.Humour;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A voice as somebody typed it.
 *
 * @param address by language code the name of an {@link Address}; empty where it's left open
 * @param preferred one word a line
 * @param avoided one a line, {@code word} or {@code word = what instead}
 * @param unwantedEmoji one after the other
 * @param longest a number, or empty for no limit
 */
public record TypedVoice(
        Map<String, String> address,
        String preferred,
        String avoided,
        String humour,
        String emoji,
        String unwantedEmoji,
        String signature,
        String apologies,
        String longest,
        Set<String> languages) {

    /** Those it may choose to answer in. */
    public static final List<String> LANGUAGES = List.of("en", "fi", "ru", "sv", "de", "fr", "es", "it", "pt");

    private static final int MOST_WORDS = 200;
    private static final int LONGEST_WORD = 60;
    private static final int LONGEST_SIGNATURE = 80;
    private static final int MOST_EMOJI = 100;
    private static final int LONGEST_ANSWER = 10_000;

    public static TypedVoice of(Voice voice) {
        return new TypedVoice(
                voice.address().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, each -> each.getValue().name())),
                String.join("\n", voice.preferred()),
                voice.avoided().stream().map(TypedVoice::line).collect(Collectors.joining("\n")),
                voice.humour().name(),
                voice.emoji().name(),
                voice.unwantedEmoji().stream().sorted().collect(Collectors.joining(" ")),
                voice.signature(),
                Integer.toString(voice.apologies()),
                voice.longest() == 0 ? "" : Integer.toString(voice.longest()),
                new LinkedHashSet<>(voice.languages()));
    }

    /** What is to mend: by field, the key of the message that says how. Empty when all is well. */
    public Map<String, String> faults() {
        var faults = new LinkedHashMap<String, String>();
        fault(faults, "address", address.entrySet().stream().anyMatch(TypedVoice::isNoAddress));
        fault(faults, "preferred", tooMuch(lines(preferred)));
        fault(faults, "avoided", tooMuch(lines(avoided)) || words().anyMatch(each -> !isGood(each)));
        fault(faults, "humour", isNone(Humour.values(), humour));
        fault(faults, "emoji", isNone(EmojiUse.values(), emoji));
        fault(faults, "unwanted", !onlyEmoji());
        fault(faults, "signature", signature.strip().length() > LONGEST_SIGNATURE || signature.contains("\n"));
        fault(faults, "apologies", !apologies.strip().matches("\\d"));
        fault(faults, "longest", !longest.isBlank() && isNoLength(longest.strip()));
        fault(faults, "languages", !LANGUAGES.containsAll(languages));
        return faults;
    }

    /** @return what was typed, which has no faults */
    Voice voice() {
        var ways = new HashMap<String, Address>();
        address.forEach((language, way) -> {
            if (!way.isEmpty()) {
                ways.put(language, Address.valueOf(way));
            }
        });
        return new Voice(
                ways,
                lines(preferred),
                words().toList(),
                Humour.valueOf(humour),
                EmojiUse.valueOf(emoji),
                Emojis.in(unwantedEmoji).stream().map(Emojis.Found::emoji).collect(Collectors.toSet()),
                signature.strip(),
                Integer.parseInt(apologies.strip()),
                longest.isBlank() ? 0 : Integer.parseInt(longest.strip()),
                LANGUAGES.stream().filter(languages::contains).toList());
    }

    private Stream<Avoided> words() {
        return lines(avoided).stream().map(line -> {
            var cut = line.indexOf('=');
            return cut < 0
                    ? new Avoided(line, "")
                    : new Avoided(
                            line.substring(0, cut).strip(),
                            line.substring(cut + 1).strip());
        });
    }

    private static String line(Avoided avoided) {
        return avoided.instead().isEmpty() ? avoided.word() : avoided.word() + " = " + avoided.instead();
    }

    private static boolean isGood(Avoided avoided) {
        return avoided.word().codePoints().anyMatch(Character::isLetterOrDigit)
                && avoided.word().length() <= LONGEST_WORD;
    }

    private boolean onlyEmoji() {
        var found = Emojis.in(unwantedEmoji);
        var length = found.stream().mapToInt(each -> each.to() - each.from()).sum();
        return found.size() <= MOST_EMOJI
                && length == unwantedEmoji.replaceAll("[\\s,]", "").length();
    }

    private static boolean tooMuch(List<String> lines) {
        return lines.size() > MOST_WORDS || lines.stream().anyMatch(line -> line.length() > 2 * LONGEST_WORD);
    }

    private static boolean isNoLength(String typed) {
        return !typed.matches("\\d{1,5}") || Integer.parseInt(typed) < 1 || Integer.parseInt(typed) > LONGEST_ANSWER;
    }

    private static boolean isNoAddress(Map.Entry<String, String> typed) {
        return !typed.getValue().isEmpty()
                && (!Voice.PAIRS.containsKey(typed.getKey()) || isNone(Address.values(), typed.getValue()));
    }

    private static boolean isNone(Enum<?>[] all, String name) {
        return Arrays.stream(all).noneMatch(each -> each.name().equals(name));
    }

    private static List<String> lines(String typed) {
        return typed.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .distinct()
                .toList();
    }

    private static void fault(Map<String, String> faults, String field, boolean wrong) {
        if (wrong) {
            faults.put(field, "brand.voice.fault." + field);
        }
    }
}
