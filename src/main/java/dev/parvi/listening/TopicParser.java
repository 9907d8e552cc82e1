package dev.parvi.listening;

import dev.parvi.listening.TopicClause.All;
import dev.parvi.listening.TopicClause.Any;
import dev.parvi.listening.TopicClause.Not;
import dev.parvi.listening.TopicMisread.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads a topic's query by recursive descent. AND binds stronger than OR, NOT strongest; words side by side are joined by AND.
 *
 * <pre>
 * any  = all { OR all }
 * all  = unit { [AND] unit }
 * unit = { NOT | "-" } ( "(" any ")" | leaf )
 * leaf = word | prefix"*" | "quoted words" [~n] | title:… | source:… | site:… | language:…
 * </pre>
 */
final class TopicParser {

    private final List<TopicToken> tokens;
    private int at;
    private int depth;
    private int words;

    private TopicParser(List<TopicToken> tokens) {
        this.tokens = tokens;
    }

    static TopicClause parse(String typed) throws TopicMisread {
        if (typed.isBlank()) {
            throw new TopicMisread(Kind.EMPTY, 0, 0, "");
        }
        if (typed.length() > TopicQuery.LONGEST) {
            throw new TopicMisread(
                    Kind.TOO_LONG, TopicQuery.LONGEST, typed.length(), Integer.toString(TopicQuery.LONGEST));
        }
        var parser = new TopicParser(TopicScanner.scan(typed));
        var clause = parser.any();
        var end = parser.peek();
        if (end.kind() != TopicToken.Kind.END) {
            throw misread(Kind.UNOPENED_BRACKET, end);
        }
        if (!clause.finds()) {
            throw new TopicMisread(Kind.FINDS_NOTHING, 0, typed.length(), typed);
        }
        return clause;
    }

    private TopicClause any() throws TopicMisread {
        var parts = new ArrayList<TopicClause>();
        parts.add(all());
        while (peek().kind() == TopicToken.Kind.OR) {
            at++;
            parts.add(all());
        }
        return parts.size() == 1 ? parts.getFirst() : new Any(List.copyOf(parts));
    }

    private TopicClause all() throws TopicMisread {
        var parts = new ArrayList<TopicClause>();
        parts.add(unit());
        while (true) {
            switch (peek().kind()) {
                case END, CLOSE, OR -> {
                    return parts.size() == 1 ? parts.getFirst() : new All(List.copyOf(parts));
                }
                case AND -> {
                    at++;
                    parts.add(unit());
                }
                default -> parts.add(unit());
            }
        }
    }

    private TopicClause unit() throws TopicMisread {
        var token = peek();
        switch (token.kind()) {
            case NOT -> {
                at++;
                deeper(token);
                var part = unit();
                depth--;
                return part instanceof Not twice ? twice.part() : new Not(part);
            }
            case OPEN -> {
                return bracketed();
            }
            case AND, OR ->
                throw misread(before() ? Kind.NOTHING_AFTER : Kind.NOTHING_BEFORE, before() ? back() : token);
            case CLOSE, END ->
                throw before() ? misread(Kind.NOTHING_AFTER, back()) : misread(Kind.UNOPENED_BRACKET, token);
            default -> {
                if (++words > TopicQuery.WORDS) {
                    throw new TopicMisread(
                            Kind.TOO_MANY_WORDS, token.from(), token.to(), Integer.toString(TopicQuery.WORDS));
                }
                return leaf();
            }
        }
    }

    /** Whether an operator stands before, which then lacks what it joins. */
    private boolean before() {
        return at > 0
                && switch (back().kind()) {
                    case AND, OR, NOT -> true;
                    default -> false;
                };
    }

    private TopicClause bracketed() throws TopicMisread {
        var open = next();
        deeper(open);
        if (peek().kind() == TopicToken.Kind.CLOSE) {
            throw new TopicMisread(Kind.EMPTY_BRACKETS, open.from(), peek().to(), "()");
        }
        if (peek().kind() == TopicToken.Kind.END) {
            throw misread(Kind.UNCLOSED_BRACKET, open);
        }
        var inside = any();
        if (peek().kind() != TopicToken.Kind.CLOSE) {
            throw misread(Kind.UNCLOSED_BRACKET, open);
        }
        at++;
        depth--;
        return inside;
    }

    private void deeper(TopicToken token) throws TopicMisread {
        if (++depth > TopicQuery.DEPTH) {
            throw new TopicMisread(Kind.TOO_DEEP, token.from(), token.to(), Integer.toString(TopicQuery.DEPTH));
        }
    }

    private TopicClause leaf() throws TopicMisread {
        var token = next();
        if (token.kind() == TopicToken.Kind.FIELD) {
            var value = peek();
            var fits = value.kind() == TopicToken.Kind.WORD || value.kind() == TopicToken.Kind.QUOTED;
            TopicLeaves.known(token);
            if (!fits || value.from() != token.to()) {
                throw misread(Kind.FIELD_WITHOUT_VALUE, token);
            }
            at++;
            return TopicLeaves.of(token, value, distance());
        }
        return TopicLeaves.of(null, token, distance());
    }

    private int distance() throws TopicMisread {
        return peek().kind() == TopicToken.Kind.DISTANCE ? TopicLeaves.distance(next()) : 0;
    }

    private TopicToken peek() {
        return tokens.get(at);
    }

    private TopicToken back() {
        return tokens.get(at - 1);
    }

    private TopicToken next() {
        return tokens.get(at++);
    }

    private static TopicMisread misread(Kind kind, TopicToken token) {
        return new TopicMisread(kind, token.from(), token.to(), token.text());
    }
}
