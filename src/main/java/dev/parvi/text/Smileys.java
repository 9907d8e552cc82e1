package dev.parvi.text;

import java.util.HashMap;
import java.util.Map;

/** Which emoji and smileys are glad, and which aren't. */
final class Smileys {

    private static final String GLAD =
            "😀😃😄😁😆😊🙂😉😍🥰😘😗😙😚😋😎🤗🤩🥳😇😌😺😸😻👍👏🙌👌💪🙏❤💕💖💗💘💙💚💛💜🧡🤍💓💞💝♥☺✨🎉🎊🥂🏆🌟⭐🔥💯🌞🌹🌸💐🤝😂🤣😹🫶🥹💃🕺😏";
    private static final String SAD =
            "😞😔😟😕🙁☹😣😖😫😩😢😭😤😠😡🤬😒🙄😑😐👎💔🤮🤢😰😨😱😓😥🤦🤡💩🖕😾😿😷🤕🤒😬😪😵👿💀🥺🥱😳";
    private static final Map<Integer, Integer> FEELING = new HashMap<>();

    static {
        GLAD.codePoints().forEach(emoji -> FEELING.put(emoji, 1));
        SAD.codePoints().forEach(emoji -> FEELING.put(emoji, -1));
    }

    private Smileys() {}

    static int feeling(int emoji) {
        return FEELING.getOrDefault(emoji, 0);
    }

    /** @return the length of the smiley that begins here, as a negative number where it's sad; 0 where there is none */
    static int at(String text, int at) {
        var c = text.charAt(at);
        return switch (c) {
            case ':', ';', '=' -> eyes(text, at);
            case '<' -> text.startsWith("<3", at) ? 2 : text.startsWith("</3", at) ? -3 : 0;
            case '^' -> text.startsWith("^^", at) ? 2 : text.startsWith("^_^", at) ? 3 : 0;
            case ')' -> row(text, at, ')');
            case '(' -> -row(text, at, '(');
            default -> 0;
        };
    }

    private static int eyes(String text, int at) {
        var mouth = at + 1;
        while (mouth < text.length() && mouth < at + 3 && "-'o,^".indexOf(text.charAt(mouth)) >= 0) {
            mouth++;
        }
        if (mouth >= text.length()) {
            return 0;
        }
        var end = mouth + 1;
        while (end < text.length() && text.charAt(end) == text.charAt(mouth) && end < mouth + 20) {
            end++;
        }
        return switch (text.charAt(mouth)) {
            case ')', 'D', 'd', 'P', 'p', ']', '3', '*', '}' -> ends(text, mouth, end) ? end - at : 0;
            case '(', '[', '/', '\\', '|', 'S', 's', 'c', 'C', '{' -> ends(text, mouth, end) ? at - end : 0;
            default -> 0;
        };
    }

    /** A letter as a mouth is one only where no word goes on after it; ":/" of a link isn't one either. */
    private static boolean ends(String text, int mouth, int end) {
        var sign = text.charAt(mouth);
        if (sign == '/') {
            return end - mouth == 1;
        }
        return !Character.isLetterOrDigit(sign) || end >= text.length() || !Character.isLetterOrDigit(text.charAt(end));
    }

    /** Brackets alone, as Russians smile: at least two, and more than were opened. */
    private static int row(String text, int at, char bracket) {
        var end = at;
        while (end < text.length() && text.charAt(end) == bracket) {
            end++;
        }
        return end - at >= 2 ? end - at : 0;
    }
}
