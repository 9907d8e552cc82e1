package dev.parvi.community;

import dev.parvi.brand.Voice.Address;
import java.util.Optional;
import java.util.Set;

/** Du and Sie: the formal words are told by their capital letter. */
final class VoiceGerman implements VoiceAddress.Forms {

    private static final Set<String> FORMAL = Set.of("Sie", "Ihnen", "Ihr", "Ihre", "Ihrem", "Ihren", "Ihrer", "Ihres");

    @Override
    public Optional<String> other(Address way, VoiceText text, int at) {
        var words = VoiceLexicon.of("de");
        var word = text.words().get(at);
        var beginning = at == 0 || text.words().get(at - 1).sentence() != word.sentence();
        var next = at + 1 < text.words().size() ? text.words().get(at + 1).even() : "";
        var toSeveral = word.even().equals("ihr") && words.pairs("ihrdo").containsKey(next);
        if (way == Address.FORMAL) {
            return FORMAL.contains(word.raw()) && !toSeveral
                    ? Optional.of(words.pairs("formal").getOrDefault(word.even(), ""))
                    : Optional.empty();
        }
        if (toSeveral || (words.pairs("do").containsKey(word.even()) && beginning && !next.equals("sie"))) {
            return Optional.of("");
        }
        return Optional.ofNullable(words.pairs("familiar").get(word.even()));
    }
}
