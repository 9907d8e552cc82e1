package dev.parvi.brand;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;

/**
 * How a brand speaks to its audience.
 *
 * @param address by language code; a language that isn't there leaves the choice open
 * @param preferred words we like to use
 * @param emoji how many of them
 * @param unwantedEmoji those that are never used
 * @param signature what an answer ends with; empty for none
 * @param apologies 0 to 9: how many scripted apologies one person gets at most
 * @param longest of an answer, in characters as people count them; 0 for no limit of ours
 * @param languages the codes of those it answers in; empty for any
 */
public record Voice(
        Map<String, Address> address,
        List<String> preferred,
        List<Avoided> avoided,
        Humour humour,
        EmojiUse emoji,
        Set<String> unwantedEmoji,
        String signature,
        int apologies,
        int longest,
        List<String> languages) {

    /** Languages that address people in two ways, and those two words. */
    public static final SequencedMap<String, Pair> PAIRS = Collections.unmodifiableSequencedMap(Pair.all());

    /** Of a brand that hasn't said. */
    public static final Voice OPEN =
            new Voice(Map.of(), List.of(), List.of(), Humour.UNTROUBLED, EmojiUse.FREE, Set.of(), "", 2, 0, List.of());

    public enum Address {
        FAMILIAR,
        FORMAL
    }

    public enum Humour {
        NEVER,
        /** Not under complaints and grief. */
        UNTROUBLED,
        /** Under complaints too; under grief not even then. */
        ALWAYS
    }

    public enum EmojiUse {
        NONE,
        /** At most {@link #FEW_EMOJI}. */
        FEW,
        FREE
    }

    public static final int FEW_EMOJI = 2;

    /**
     * A word that isn't used.
     *
     * @param word a star at its end stands for any ending: {@code halp*}
     * @param instead what is said in its place; empty for nothing
     */
    public record Avoided(String word, String instead) {}

    public Voice {
        address = Map.copyOf(address);
        preferred = List.copyOf(preferred);
        avoided = List.copyOf(avoided);
        unwantedEmoji = Set.copyOf(unwantedEmoji);
        languages = List.copyOf(languages);
    }
}
