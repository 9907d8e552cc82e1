package dev.parvi.community;

import dev.parvi.brand.Voice.Address;
import java.util.Optional;

/** French and Spanish: pronouns, listed verbs, and the ending of vous and of vosotros. */
final class VoiceRomance implements VoiceAddress.Forms {

    private static final int SHORTEST = 5;

    private final String language;

    VoiceRomance(String language) {
        this.language = language;
    }

    @Override
    public Optional<String> other(Address way, VoiceText text, int at) {
        var words = VoiceLexicon.of(language);
        var word = text.words().get(at);
        var listed =
                words.pairs(way == Address.FAMILIAR ? "familiar" : "formal").get(part(word.even(), way));
        if (listed != null) {
            return Optional.of(listed);
        }
        if (way == Address.FAMILIAR && word.opens() && words.pairs("do").containsKey(word.even())) {
            return Optional.of("");
        }
        return ends(way, word.even()) && !words.pairs("notformal").containsKey(word.even())
                ? Optional.of("")
                : Optional.empty();
    }

    private boolean ends(Address way, String word) {
        if (word.length() < SHORTEST) {
            return false;
        }
        return language.equals("fr")
                ? way == Address.FORMAL && word.endsWith("ez")
                : way == Address.FAMILIAR && (word.endsWith("áis") || word.endsWith("éis"));
    }

    /** {@code t'envoyer} and {@code peux-tu} carry the pronoun within. */
    private static String part(String word, Address way) {
        if (way == Address.FAMILIAR && word.startsWith("t'")) {
            return "te";
        }
        var cut = word.lastIndexOf('-');
        return cut > 0 ? word.substring(cut + 1) : word;
    }
}
