package dev.parvi.community;

import dev.parvi.brand.Voice.Address;
import java.util.Optional;
import java.util.regex.Pattern;

/** Ты and вы: pronouns, verb endings and imperatives. */
final class VoiceRussian implements VoiceAddress.Forms {

    private static final Pattern YOU_DO = Pattern.compile(".{2,}[еи]шь(ся)?");
    private static final Pattern DO = Pattern.compile(".{2,}[аяу]й(ся)?|.{2,}([^лпв]|[^в]ш)ись");
    private static final Pattern YOU_DO_FORMAL = Pattern.compile(".{2,}(ит|[аяуеожьдйр]ет)е(сь)?");
    private static final Pattern DO_FORMAL = Pattern.compile(".{2,}([йь]те|тесь)");

    @Override
    public Optional<String> other(Address way, VoiceText text, int at) {
        return way == Address.FAMILIAR ? familiar(text, at) : formal(text, at);
    }

    private static Optional<String> familiar(VoiceText text, int at) {
        var words = VoiceLexicon.of("ru");
        var word = text.words().get(at).even();
        var pronoun = words.pairs("familiar").get(word);
        if (pronoun != null) {
            return Optional.of(pronoun);
        }
        if (words.pairs("notfamiliar").containsKey(word)) {
            return Optional.empty();
        }
        if (YOU_DO.matcher(word).matches()) {
            return Optional.of(word.replaceFirst("шь(ся)?$", word.endsWith("ся") ? "тесь" : "те"));
        }
        if (words.pairs("do").containsKey(word)
                || (begins(text, at) && DO.matcher(word).matches())) {
            return Optional.of(plural(word));
        }
        return Optional.empty();
    }

    private static String plural(String order) {
        if (order.endsWith("йся") || order.endsWith("ься")) {
            return order.substring(0, order.length() - 2) + "тесь";
        }
        return order.endsWith("ись") ? order.substring(0, order.length() - 2) + "тесь" : order + "те";
    }

    private static boolean begins(VoiceText text, int at) {
        return text.words().get(at).opens()
                || VoiceLexicon.of("ru")
                        .pairs("before")
                        .containsKey(text.words().get(at - 1).even());
    }

    private static Optional<String> formal(VoiceText text, int at) {
        var words = VoiceLexicon.of("ru");
        var word = text.words().get(at).even();
        var pronoun = words.pairs("formal").get(word);
        if (pronoun != null) {
            return Optional.of(pronoun);
        }
        if (words.pairs("notformal").containsKey(word)) {
            return Optional.empty();
        }
        if (DO_FORMAL.matcher(word).matches()) {
            return Optional.of(order(word));
        }
        return YOU_DO_FORMAL.matcher(word).matches() ? Optional.of(statement(word)) : Optional.empty();
    }

    private static String order(String word) {
        return word.endsWith("тесь")
                ? word.substring(0, word.length() - 4)
                        + (word.endsWith("йтесь") || word.endsWith("ьтесь") ? "ся" : "сь")
                : word.substring(0, word.length() - 2);
    }

    /** The same ending orders and tells: only an order that is known has another form for sure. */
    private static String statement(String word) {
        var order = word.endsWith("те") ? word.substring(0, word.length() - 2) : word;
        if (VoiceLexicon.of("ru").pairs("do").containsKey(order)) {
            return order;
        }
        return word.endsWith("те") && !word.endsWith("ите") ? order + "шь" : "";
    }
}
