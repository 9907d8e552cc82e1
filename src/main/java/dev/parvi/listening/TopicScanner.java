package dev.parvi.listening;

import dev.parvi.listening.TopicMisread.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Cuts a topic's query into pieces. Quotation marks of all languages count alike. */
final class TopicScanner {

    private static final String QUOTES = "\"“”„‟«»";
    private static final Set<String> OPERATORS = Set.of("AND", "OR", "NOT");

    private final String typed;
    private final List<TopicToken> tokens = new ArrayList<>();
    private int at;

    private TopicScanner(String typed) {
        this.typed = typed;
    }

    static List<TopicToken> scan(String typed) throws TopicMisread {
        var scanner = new TopicScanner(typed);
        while (scanner.at < typed.length()) {
            scanner.next();
        }
        scanner.add(TopicToken.Kind.END, "", typed.length());
        return scanner.tokens;
    }

    private void next() throws TopicMisread {
        var c = typed.charAt(at);
        if (Character.isWhitespace(c) || Character.isSpaceChar(c)) {
            at++;
        } else if (c == '(') {
            add(TopicToken.Kind.OPEN, "(", at++);
        } else if (c == ')') {
            add(TopicToken.Kind.CLOSE, ")", at++);
        } else if (quote(c)) {
            quoted();
        } else if (c == '-' && at + 1 < typed.length() && !blank(typed.charAt(at + 1))) {
            add(TopicToken.Kind.NOT, "-", at++);
        } else {
            word();
        }
    }

    private void quoted() throws TopicMisread {
        var from = at++;
        while (at < typed.length() && !quote(typed.charAt(at))) {
            at++;
        }
        if (at == typed.length()) {
            throw new TopicMisread(Kind.UNCLOSED_QUOTE, from, at, typed.substring(from));
        }
        var inside = typed.substring(from + 1, at++).strip();
        if (inside.isEmpty()) {
            throw new TopicMisread(Kind.EMPTY_QUOTES, from, at, typed.substring(from, at));
        }
        tokens.add(new TopicToken(TopicToken.Kind.QUOTED, inside, from, at));
        if (at < typed.length() && typed.charAt(at) == '~') {
            distance();
        }
    }

    private void distance() {
        var from = at++;
        while (at < typed.length() && !blank(typed.charAt(at)) && typed.charAt(at) != ')') {
            at++;
        }
        tokens.add(new TopicToken(TopicToken.Kind.DISTANCE, typed.substring(from + 1, at), from, at));
    }

    private void word() throws TopicMisread {
        var from = at;
        while (at < typed.length() && inWord(typed.charAt(at))) {
            at++;
            if (field(from)) {
                add(TopicToken.Kind.FIELD, typed.substring(from, at - 1).toLowerCase(Locale.ROOT), from);
                return;
            }
        }
        var text = typed.substring(from, at);
        if (OPERATORS.contains(text)) {
            add(TopicToken.Kind.valueOf(text), text, from);
        } else if (OPERATORS.contains(text.toUpperCase(Locale.ROOT))) {
            throw new TopicMisread(Kind.SMALL_OPERATOR, from, at, text);
        } else {
            add(TopicToken.Kind.WORD, text, from);
        }
    }

    /** Letters up to a colon name a field, save where the value of one stands already: {@code site:https://yle.fi}. */
    private boolean field(int from) {
        return typed.charAt(at - 1) == ':'
                && at - 1 > from
                && typed.substring(from, at - 1).chars().allMatch(Character::isLetter)
                && (tokens.isEmpty()
                        || tokens.getLast().kind() != TopicToken.Kind.FIELD
                        || tokens.getLast().to() < from);
    }

    private void add(TopicToken.Kind kind, String text, int from) {
        tokens.add(new TopicToken(
                kind, text, from, Math.min(typed.length(), from + Math.max(text.length(), at - from))));
    }

    private static boolean inWord(char c) {
        return !blank(c) && c != '(' && c != ')' && !quote(c);
    }

    private static boolean blank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static boolean quote(char c) {
        return QUOTES.indexOf(c) >= 0;
    }
}
