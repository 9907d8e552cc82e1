package dev.parvi.listening;

/**
 * Makes Finnish stems of both grades alike, which the Snowball stemmer leaves apart: Helsinki and Helsingissä, hintoja and
 * hinnan, kauppa and kaupan, katu and kadulla, hallitus and hallituksen, suomalainen and suomalaisia. What merely looks alike
 * may meet; that is the price.
 */
final class FinnishGrades {

    private static final int SHORTEST = 3;
    private static final String VOWELS = "aeiouyäö";

    private FinnishGrades() {}

    static String even(String stem) {
        var end = stem.length();
        while (end > SHORTEST && vowel(stem.charAt(end - 1))) {
            end--;
        }
        var bare = stem.substring(0, end);
        return bare.length() < SHORTEST ? bare : graded(bare);
    }

    private static String graded(String bare) {
        var head = bare.substring(0, bare.length() - 2);
        return switch (bare.substring(bare.length() - 2)) {
            case "nk", "ng" -> head + "nk";
            case "nt", "nn" -> head + "n";
            case "mp", "mm" -> head + "m";
            case "lt", "ll" -> head + "l";
            case "rt", "rr" -> head + "r";
            case "pp" -> head + "p";
            case "tt" -> head + "t";
            case "kk" -> head + "k";
            case "ks" -> head + "s";
            default -> soft(bare);
        };
    }

    private static String soft(String bare) {
        var head = bare.substring(0, bare.length() - 1);
        var ending = bare.length() > SHORTEST ? bare.substring(bare.length() - 3) : "";
        if (ending.equals("uud") || ending.equals("yyd")) {
            return head + "s";
        }
        if (ending.equals("ist") || ending.equals("ust") || ending.equals("yst")) {
            return head;
        }
        if (ending.equals("ain") || ending.equals("äin") || bare.length() > 5 && bare.endsWith("in")) {
            return head + "s";
        }
        if (bare.endsWith("v") && vowel(head.charAt(head.length() - 1))) {
            return head + "p";
        }
        return bare.endsWith("d") ? head + "t" : bare;
    }

    private static boolean vowel(char c) {
        return VOWELS.indexOf(c) >= 0;
    }
}
