package dev.parvi.community;

import dev.parvi.brand.Voice;
import dev.parvi.brand.Voice.Humour;
import dev.parvi.community.VoiceText.Span;
import dev.parvi.community.VoiceWarning.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The mood of the answer against the mood of what it answers. */
final class VoiceMirror {

    private static final String LAUGHING = "😂🤣😹😆😅😜😝🤪😉😛🤭";
    private static final String HAPPY =
            "😀😃😄😁😊☺🙂😍🥰😘😋😎🤩🥳🎉🎊🎁🌸🌞☀🌈✨💃🕺🍾🥂👏🙌💪🔥💯🤗😇😺🙈🎈❤🧡💛💚💙💜💖😻👍🌷🌺🌻";
    private static final Pattern LAUGHING_SMILEY = Pattern.compile(".*[DdPp]+|;.*|.*\\){2,}");
    private static final Pattern SHOUT = Pattern.compile("!");
    private static final int TOO_MANY = 2;
    private static final int LOOKED_AT = 20;

    private VoiceMirror() {}

    static List<VoiceWarning> check(VoiceCheck.Heard heard, VoiceAnswer answer, Voice guide) {
        return Stream.of(joke(heard, guide), cheer(heard), gloom(heard), sorryAgain(heard, answer, guide))
                .flatMap(Optional::stream)
                .toList();
    }

    private static Optional<VoiceWarning> joke(VoiceCheck.Heard heard, Voice guide) {
        var unwanted = switch (guide.humour()) {
            case NEVER -> true;
            case UNTROUBLED -> heard.occasion().isHeavy();
            case ALWAYS -> heard.occasion() == VoiceOccasion.GRIEF;
        };
        var variant =
                guide.humour() == Humour.NEVER ? "NEVER" : heard.occasion().name();
        return unwanted ? laughter(heard).map(span -> VoiceWarning.of(Kind.JOKE, span, variant)) : Optional.empty();
    }

    private static Optional<Span> laughter(VoiceCheck.Heard heard) {
        var text = heard.text();
        return Stream.of(
                        heard.words().first("joke", text).stream(),
                        emoji(text, LAUGHING),
                        text.smileys().stream()
                                .filter(each ->
                                        LAUGHING_SMILEY.matcher(each.text()).matches()),
                        text.laughingBrackets().stream())
                .flatMap(each -> each)
                .min(Comparator.comparingInt(Span::from));
    }

    private static Optional<VoiceWarning> cheer(VoiceCheck.Heard heard) {
        if (!heard.occasion().isHeavy()) {
            return Optional.empty();
        }
        var text = heard.text();
        return Stream.of(
                        emoji(text, HAPPY),
                        text.smileys().stream()
                                .filter(each ->
                                        !LAUGHING_SMILEY.matcher(each.text()).matches()),
                        heard.words().first("cheer", text).stream(),
                        shouts(heard).stream())
                .flatMap(each -> each)
                .min(Comparator.comparingInt(Span::from))
                .map(span -> VoiceWarning.of(Kind.CHEER, span, heard.occasion().name()));
    }

    /** Under grief one exclamation that isn't a greeting is too many; under a complaint two of them, or two in a row. */
    private static Optional<Span> shouts(VoiceCheck.Heard heard) {
        var text = heard.text().text();
        var counted = SHOUT.matcher(text)
                .results()
                .limit(LOOKED_AT)
                .filter(found -> isDoubled(text, found.start()) || !isPolite(heard, found.start()))
                .map(found -> new Span(found.start(), found.end(), "!"))
                .toList();
        var limit = heard.occasion() == VoiceOccasion.GRIEF ? 1 : TOO_MANY;
        return counted.size() >= limit ? Optional.of(counted.getFirst()) : Optional.empty();
    }

    private static boolean isDoubled(String text, int at) {
        return (at + 1 < text.length() && text.charAt(at + 1) == '!') || (at > 0 && text.charAt(at - 1) == '!');
    }

    /** A greeting, thanks or an apology with its exclamation mark is what people are used to. */
    private static boolean isPolite(VoiceCheck.Heard heard, int mark) {
        var text = heard.text();
        for (var at = 0; at < text.words().size(); at++) {
            var word = text.words().get(at);
            var begins = at == 0 || text.words().get(at - 1).sentence() != word.sentence();
            if (begins && word.from() < mark && endOf(text, at) <= mark && nextStart(text, at) > mark) {
                return heard.words().phrases("polite").at(text, at) >= 0;
            }
        }
        return false;
    }

    private static int endOf(VoiceText text, int first) {
        var last = first;
        while (last + 1 < text.words().size()
                && text.words().get(last + 1).sentence()
                        == text.words().get(first).sentence()) {
            last++;
        }
        return text.words().get(last).to();
    }

    private static int nextStart(VoiceText text, int first) {
        return text.words().stream()
                .filter(word -> word.sentence() > text.words().get(first).sentence())
                .mapToInt(VoiceText.Word::from)
                .findFirst()
                .orElse(Integer.MAX_VALUE);
    }

    private static Optional<VoiceWarning> gloom(VoiceCheck.Heard heard) {
        if (heard.occasion() != VoiceOccasion.GLADNESS || heard.words().any("thanks", heard.text())) {
            return Optional.empty();
        }
        return heard.words()
                .first("sorry", heard.text())
                .or(() -> heard.words().first("condolence", heard.text()))
                .map(span -> VoiceWarning.of(Kind.GLOOM, span, ""));
    }

    private static Optional<VoiceWarning> sorryAgain(VoiceCheck.Heard heard, VoiceAnswer answer, Voice guide) {
        var words = heard.words();
        var found = words.first("sorry", heard.text());
        if (found.isEmpty() || words.any("condolence", heard.text())) {
            return Optional.empty();
        }
        var earlier = answer.before().stream()
                .map(VoiceText::of)
                .filter(text -> words.any("sorry", text) && !words.any("condolence", text))
                .count();
        return earlier < guide.apologies()
                ? Optional.empty()
                : found.map(span -> VoiceWarning.of(Kind.SORRY_AGAIN, span, "").arguing("n", earlier));
    }

    private static Stream<Span> emoji(VoiceText text, String wanted) {
        return text.emoji().stream()
                .filter(each -> wanted.contains(VoiceText.first(each)))
                .map(each -> new Span(each.from(), each.to(), each.emoji()));
    }
}
