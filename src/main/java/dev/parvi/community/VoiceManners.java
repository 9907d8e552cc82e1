package dev.parvi.community;

import dev.parvi.community.VoiceText.Word;
import dev.parvi.community.VoiceWarning.Kind;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What no guide has to say: don't shout, don't blame, and say when. */
final class VoiceManners {

    /** A clock time, a day of a month, a number of hours or days. */
    private static final Pattern FIGURES = Pattern.compile(
            "\\d{1,2}[.:]\\d{2}|\\d{1,2}[./]\\d{1,2}\\.?(\\d{4})?|\\d{1,2}\\s*(am|pm|a\\.m|p\\.m)\\b|\\b(20\\d\\d)\\b");

    private static final int SHOUTED_LETTERS = 10;

    private VoiceManners() {}

    static List<VoiceWarning> check(VoiceCheck.Heard heard) {
        return Stream.of(
                        heard.words().first("blame", heard.text()).map(span -> VoiceWarning.of(Kind.BLAME, span, "")),
                        capitals(heard.text()),
                        promise(heard))
                .flatMap(Optional::stream)
                .toList();
    }

    /** Two words or more in capitals, ten letters together; abbreviations in a row are shorter or joined by small words. */
    private static Optional<VoiceWarning> capitals(VoiceText text) {
        var words = text.words();
        for (var first = 0; first < words.size(); first++) {
            var last = first;
            var letters = 0;
            while (last < words.size() && isShouted(words.get(last))) {
                letters += words.get(last).raw().length();
                last++;
            }
            if (last - first > 1 && letters >= SHOUTED_LETTERS) {
                var span = text.span(first, last - 1);
                return Optional.of(VoiceWarning.of(Kind.CAPS, span, ""));
            }
            first = Math.max(first, last - 1);
        }
        return Optional.empty();
    }

    private static boolean isShouted(Word word) {
        return word.raw().codePoints().filter(Character::isUpperCase).count() > 0
                && word.raw().codePoints().noneMatch(Character::isLowerCase);
    }

    private static Optional<VoiceWarning> promise(VoiceCheck.Heard heard) {
        var words = heard.words();
        var text = heard.text();
        if (words.any("dated", text) || FIGURES.matcher(text.text()).find()) {
            return Optional.empty();
        }
        return words.first("promise", text).map(span -> VoiceWarning.of(Kind.NO_DATE, span, ""));
    }
}
