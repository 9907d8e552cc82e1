package dev.parvi.text;

import java.util.Set;
import java.util.stream.Collectors;

/** Words that turn what follows into its opposite, in the languages that moods are told in. */
final class Denials {

    private static final Set<String> WORDS = Set.of(
            "not",
            "no",
            "never",
            "without",
            "nothing",
            "nobody",
            "neither",
            "nor",
            "hardly",
            "cannot",
            "cant",
            "dont",
            "isnt",
            "wasnt",
            "didnt",
            "doesnt",
            "wont",
            "aint",
            "couldnt",
            "wouldnt",
            "shouldnt",
            "havent",
            "hasnt",
            "arent",
            "en",
            "et",
            "ei",
            "emme",
            "ette",
            "eivät",
            "älä",
            "älkää",
            "ilman",
            "eikä",
            "enkä",
            "etkä",
            "tuskin",
            "не",
            "нет",
            "ни",
            "без",
            "никогда",
            "нельзя",
            "вряд",
            "inte",
            "ej",
            "ingen",
            "inget",
            "inga",
            "aldrig",
            "utan",
            "varken",
            "knappast",
            "icke",
            "nicht",
            "nich",
            "nie",
            "niemals",
            "kein",
            "keine",
            "keinen",
            "keiner",
            "keinem",
            "keines",
            "ohne",
            "weder",
            "kaum",
            "pas",
            "jamais",
            "sans",
            "aucun",
            "aucune",
            "ni",
            "rien",
            "nunca",
            "sin",
            "jamás",
            "ningún",
            "ninguna",
            "tampoco",
            "nada",
            "non",
            "mai",
            "senza",
            "nessun",
            "nessuno",
            "nessuna",
            "niente",
            "né",
            "não",
            "nao",
            "sem",
            "nem",
            "nenhum",
            "nenhuma");

    private static final int LONGEST = 8;
    private static final WordTable TABLE =
            new WordTable(WORDS.stream().collect(Collectors.toMap(word -> word, word -> 1)));

    private Denials() {}

    static boolean is(String even, int from, int to) {
        var length = to - from;
        if (length < 2 || length > LONGEST) {
            return false;
        }
        if (length > 3 && even.startsWith("n't", to - 3)) {
            return true;
        }
        var key = WordTable.START;
        for (var i = from; i < to; i++) {
            key = WordTable.with(key, even.charAt(i));
        }
        return TABLE.get(key) != 0;
    }
}
