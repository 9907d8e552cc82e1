package dev.parvi.connector.wordpress;

import dev.parvi.connector.Previews.Piece;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Cuts text where it names addresses; they become links. */
final class Pieces {

    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://[^\\s<>\"«»“”]+", Pattern.CASE_INSENSITIVE);
    private static final String TRAILING = ".,;:!?'’*_~…";

    private Pieces() {}

    static List<Piece> of(String text) {
        var pieces = new ArrayList<Piece>();
        var match = ADDRESS.matcher(text);
        var at = 0;
        while (match.find()) {
            var address = trimmed(match.group());
            if (good(address)) {
                if (match.start() > at) {
                    pieces.add(new Piece(text.substring(at, match.start()), ""));
                }
                pieces.add(new Piece(address, address));
                at = match.start() + address.length();
            }
        }
        if (at < text.length()) {
            pieces.add(new Piece(text.substring(at), ""));
        }
        return List.copyOf(pieces);
    }

    /** Whether the text itself leads there. */
    static boolean name(String text, String address) {
        return of(text).stream().anyMatch(piece -> piece.href().equals(address));
    }

    /** A sentence's end isn't the address's; a closing bracket is where it was opened in it. */
    private static String trimmed(String address) {
        var end = address.length();
        while (end > 0) {
            var last = address.charAt(end - 1);
            var said = address.substring(0, end);
            var unopened = last == ')' && count(said, ')') > count(said, '(')
                    || last == ']' && count(said, ']') > count(said, '[');
            if (!unopened && TRAILING.indexOf(last) < 0) {
                break;
            }
            end--;
        }
        return address.substring(0, end);
    }

    private static long count(String text, char sign) {
        return text.chars().filter(each -> each == sign).count();
    }

    private static boolean good(String address) {
        try {
            return URI.create(address).getHost() != null;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
