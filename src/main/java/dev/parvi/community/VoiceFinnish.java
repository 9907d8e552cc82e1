package dev.parvi.community;

import dev.parvi.brand.Voice.Address;
import dev.parvi.community.VoiceText.Word;
import java.util.Optional;
import java.util.regex.Pattern;

/** Sinä and te: pronouns, verb endings, possessive endings and imperatives. */
final class VoiceFinnish implements VoiceAddress.Forms {

    private static final Pattern CLITIC = Pattern.compile("(?<=.{3})(kin|kaan|kään|han|hän|ko|kö|pa|pä)$");
    /** A case ending, and then your: nouns, with few past tenses among them. */
    private static final Pattern YOURS_FAMILIAR = Pattern.compile(
            ".{2,}(ss[aä]|st[aä]|ll[aä]|lt[aä]|lle|kse|tt[aä]|iise|see|tee|dee|ee|ii|oo|aa|ää|uute|yyte|ude|yde|mme)si");

    private static final Pattern WOULD = Pattern.compile(".{2,}isit");
    private static final Pattern YOU_PLURAL = Pattern.compile(".{2,}[aeiouyäö]tte");
    private static final Pattern YOURS_PLURAL = Pattern.compile(".{3,}[aeiouyäö]nne");
    private static final Pattern DO_PLURAL = Pattern.compile(".{3,}k(aa|ää)");

    @Override
    public Optional<String> other(Address way, VoiceText text, int at) {
        var word = text.words().get(at);
        return way == Address.FAMILIAR ? familiar(text, at, word) : formal(word);
    }

    private static Optional<String> familiar(VoiceText text, int at, Word word) {
        var words = VoiceLexicon.of("fi");
        var bare = CLITIC.matcher(word.even()).replaceFirst("");
        var pronoun = words.pairs("familiar")
                .getOrDefault(bare, words.pairs("familiar").get(word.even()));
        if (pronoun != null) {
            return Optional.of(pronoun);
        }
        if (words.pairs("youdo").containsKey(bare)
                || words.pairs("youdo").containsKey(word.even())
                || WOULD.matcher(bare).matches()) {
            return Optional.of(bare + "te" + word.even().substring(bare.length()));
        }
        if (words.pairs("yours").containsKey(bare)
                || (isYours(bare) && !words.pairs("notyours").containsKey(bare))) {
            return Optional.of(bare.substring(0, bare.length() - 2) + "nne");
        }
        var order = words.pairs("do").get(word.even());
        return order != null && begins(text, at) && !tells(text, at) ? Optional.of(order) : Optional.empty();
    }

    private static boolean isYours(String word) {
        return YOURS_FAMILIAR.matcher(word).matches();
    }

    /** Orders stand at the beginning of a clause; elsewhere the same form denies or tells. */
    private static boolean begins(VoiceText text, int at) {
        var word = text.words().get(at);
        if (word.opens()) {
            return true;
        }
        return VoiceLexicon.of("fi")
                .pairs("before")
                .containsKey(text.words().get(at - 1).even());
    }

    /** As in {@code tilaa on}: there is room. */
    private static boolean tells(VoiceText text, int at) {
        return at + 1 < text.words().size()
                && VoiceLexicon.of("fi")
                        .pairs("notdo")
                        .containsKey(text.words().get(at + 1).even());
    }

    private static Optional<String> formal(Word word) {
        var words = VoiceLexicon.of("fi");
        var bare = CLITIC.matcher(word.even()).replaceFirst("");
        var pronoun =
                words.pairs("formal").getOrDefault(bare, words.pairs("formal").get(word.even()));
        if (pronoun != null) {
            return Optional.of(pronoun);
        }
        if (words.pairs("notformal").containsKey(bare)
                || words.pairs("notformal").containsKey(word.even())) {
            return Optional.empty();
        }
        if (YOU_PLURAL.matcher(bare).matches()) {
            return Optional.of(
                    bare.substring(0, bare.length() - 2) + word.even().substring(bare.length()));
        }
        if (YOURS_PLURAL.matcher(bare).matches()) {
            return Optional.of(bare.substring(0, bare.length() - 3) + "si");
        }
        return DO_PLURAL.matcher(word.even()).matches() ? Optional.of(singular(word.even())) : Optional.empty();
    }

    private static String singular(String order) {
        return VoiceLexicon.of("fi").pairs("do").entrySet().stream()
                .filter(each -> each.getValue().equals(order))
                .map(each -> each.getKey())
                .findFirst()
                .orElse("");
    }
}
