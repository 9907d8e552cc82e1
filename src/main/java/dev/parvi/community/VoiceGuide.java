package dev.parvi.community;

import dev.parvi.brand.Emojis;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.EmojiUse;
import dev.parvi.community.VoiceText.Span;
import dev.parvi.community.VoiceWarning.Kind;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What the guide says in so many words: words to avoid, emoji, signature, length, languages. */
final class VoiceGuide {

    /** Longer than any signature with what may stand behind it. */
    private static final int END = 200;

    private VoiceGuide() {}

    static List<VoiceWarning> check(VoiceCheck.Heard heard, Voice guide) {
        return Stream.of(
                        avoided(heard, guide).stream(),
                        emoji(heard.text(), guide).stream(),
                        signature(heard.whole(), guide).stream(),
                        tooLong(heard.whole(), guide).stream(),
                        language(heard, guide).stream())
                .flatMap(each -> each)
                .toList();
    }

    private static List<VoiceWarning> avoided(VoiceCheck.Heard heard, Voice guide) {
        var warnings = new ArrayList<VoiceWarning>();
        var words = heard.text().words();
        for (var avoided : guide.avoided()) {
            var wanted = VoiceStem.wanted(avoided.word(), heard.language());
            for (var at = 0; at < words.size(); at++) {
                var last = VoiceStem.match(wanted, heard.text(), at);
                if (last >= 0) {
                    var span = heard.text().span(at, last);
                    var variant = avoided.instead().isEmpty() ? "" : "INSTEAD";
                    var warning = VoiceWarning.of(Kind.AVOIDED, span, variant);
                    warnings.add(warning.arguing("instead", avoided.instead()).suggesting(avoided.instead()));
                    break;
                }
            }
        }
        return warnings;
    }

    private static Optional<VoiceWarning> emoji(VoiceText text, Voice guide) {
        var all = text.emoji();
        for (var each : all) {
            if (isUnwanted(each, guide)) {
                return Optional.of(VoiceWarning.of(Kind.EMOJI, span(each), "UNWANTED"));
            }
        }
        if (guide.emoji() == EmojiUse.NONE) {
            return Stream.concat(all.stream().map(VoiceGuide::span), text.smileys().stream())
                    .findFirst()
                    .map(span -> VoiceWarning.of(Kind.EMOJI, span, "NONE"));
        }
        return guide.emoji() == EmojiUse.FEW && all.size() > Voice.FEW_EMOJI
                ? Optional.of(VoiceWarning.of(Kind.EMOJI, span(all.get(Voice.FEW_EMOJI)), "FEW")
                        .arguing("n", Voice.FEW_EMOJI))
                : Optional.empty();
    }

    /** With any skin tone and either look, which are the same to people. */
    private static boolean isUnwanted(Emojis.Found emoji, Voice guide) {
        return guide.unwantedEmoji().stream().anyMatch(each -> plain(each).equals(plain(emoji.emoji())));
    }

    private static String plain(String emoji) {
        return emoji.replaceAll("[\\uFE0F\\x{1F3FB}-\\x{1F3FF}]", "");
    }

    private static Span span(Emojis.Found emoji) {
        return new Span(emoji.from(), emoji.to(), emoji.emoji());
    }

    private static Optional<VoiceWarning> signature(String text, Voice guide) {
        var end = even(text.substring(Math.max(0, text.length() - END)));
        return guide.signature().isEmpty() || end.endsWith(even(guide.signature()))
                ? Optional.empty()
                : Optional.of(VoiceWarning.of(Kind.SIGNATURE, 0, 0, Map.of("wanted", guide.signature()))
                        .suggesting(guide.signature()));
    }

    /** Dashes, spaces and what stands behind the name don't matter. */
    private static String even(String text) {
        return text.replaceAll("[^\\p{L}\\p{N}]+", " ").strip().toLowerCase(Locale.ROOT);
    }

    private static Optional<VoiceWarning> tooLong(String text, Voice guide) {
        if (guide.longest() == 0 || text.length() <= guide.longest()) {
            return Optional.empty();
        }
        var characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        characters.setText(text);
        var count = 0;
        var end = text.length();
        while (characters.next() != BreakIterator.DONE) {
            count++;
            if (count == guide.longest()) {
                end = characters.current();
            }
        }
        return count <= guide.longest()
                ? Optional.empty()
                : Optional.of(
                        VoiceWarning.of(Kind.LONG, end, text.length(), Map.of("n", count, "limit", guide.longest())));
    }

    private static Optional<VoiceWarning> language(VoiceCheck.Heard heard, Voice guide) {
        var own = heard.told();
        var asked = heard.asked();
        if (!own.isEmpty() && !guide.languages().isEmpty() && !guide.languages().contains(own)) {
            return Optional.of(about(own, "", "GUIDE"));
        }
        var other = own.isEmpty() ? VoiceTongue.differInScript(heard.text(), heard.comment()) : !own.equals(asked);
        return asked.isEmpty() || !other ? Optional.empty() : Optional.of(about(own, asked, "COMMENT"));
    }

    private static VoiceWarning about(String own, String asked, String variant) {
        return VoiceWarning.of(Kind.LANGUAGE, new Span(0, 0, ""), variant)
                .arguing("own", own)
                .arguing("asked", asked);
    }
}
