package dev.parvi.listening;

import dev.parvi.listening.TopicClause.Phrase;
import dev.parvi.listening.TopicClause.Site;
import dev.parvi.listening.TopicClause.Spoken;
import dev.parvi.listening.TopicClause.Where;
import dev.parvi.listening.TopicClause.Word;
import dev.parvi.listening.TopicMisread.Kind;
import java.net.IDN;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The smallest parts of a topic's query: words, phrases and what stands after a colon. */
final class TopicLeaves {

    private static final Set<String> FIELDS = Set.of("language", "site", "source", "title");
    private static final Set<String> LANGUAGES = Set.copyOf(Arrays.asList(Locale.getISOLanguages()));
    private static final Pattern HOST = Pattern.compile("([a-z0-9_]([a-z0-9_-]{0,61}[a-z0-9_])?\\.)+[a-z0-9-]{2,63}");
    private static final int PHRASE_WORDS = 12;

    private TopicLeaves() {}

    static void known(TopicToken field) throws TopicMisread {
        if (!FIELDS.contains(field.text())) {
            throw misread(Kind.UNKNOWN_FIELD, field);
        }
    }

    /** @param field null for words that are looked for anywhere */
    static TopicClause of(@Nullable TopicToken field, TopicToken value, int apart) throws TopicMisread {
        return switch (field == null ? "" : field.text()) {
            case "language" -> spoken(value);
            case "site" -> site(value);
            case "source" -> words(Where.SOURCE, value, apart);
            case "title" -> words(Where.TITLE, value, apart);
            default -> words(Where.ANYWHERE, value, apart);
        };
    }

    static int distance(TopicToken token) throws TopicMisread {
        if (!token.text().matches("[0-9]{1,2}") || Integer.parseInt(token.text()) > TopicQuery.APART) {
            throw new TopicMisread(Kind.BAD_DISTANCE, token.from(), token.to(), Integer.toString(TopicQuery.APART));
        }
        return Integer.parseInt(token.text());
    }

    private static TopicClause spoken(TopicToken value) throws TopicMisread {
        var code = value.text().toLowerCase(Locale.ROOT);
        if (!LANGUAGES.contains(code)) {
            throw misread(Kind.UNKNOWN_LANGUAGE, value);
        }
        return new Spoken(code);
    }

    private static TopicClause site(TopicToken value) throws TopicMisread {
        var bare = value.text()
                .strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^[a-z]+://", "")
                .replaceFirst("^www\\.", "")
                .replaceFirst("[/:?#].*$", "");
        try {
            var host = IDN.toASCII(bare);
            if (HOST.matcher(host).matches()) {
                return new Site(host);
            }
        } catch (IllegalArgumentException e) {
            // said below like any other address that can't be one
        }
        throw misread(Kind.BAD_SITE, value);
    }

    private static TopicClause words(Where where, TopicToken value, int apart) throws TopicMisread {
        return value.kind() == TopicToken.Kind.QUOTED ? phrase(where, value, apart) : word(where, value);
    }

    private static TopicClause word(Where where, TopicToken value) throws TopicMisread {
        var open = value.text().endsWith("*");
        var text = open ? value.text().substring(0, value.text().length() - 1) : value.text();
        if (text.indexOf('*') >= 0) {
            throw misread(Kind.STAR_INSIDE, value);
        }
        var found = Stemmed.plain(text);
        if (open && (text.length() < TopicQuery.PREFIX || found.size() > 1)) {
            throw misread(found.size() > 1 ? Kind.STAR_INSIDE : Kind.SHORT_PREFIX, value);
        }
        if (found.isEmpty()) {
            throw misread(Kind.NO_LETTERS, value);
        }
        return new Word(where, text, open);
    }

    private static TopicClause phrase(Where where, TopicToken value, int apart) throws TopicMisread {
        if (value.text().indexOf('*') >= 0) {
            throw misread(Kind.STAR_IN_PHRASE, value);
        }
        var found = Stemmed.plain(value.text()).size();
        if (found == 0) {
            throw misread(Kind.NO_LETTERS, value);
        }
        if (found > PHRASE_WORDS) {
            throw new TopicMisread(Kind.PHRASE_TOO_LONG, value.from(), value.to(), Integer.toString(PHRASE_WORDS));
        }
        return new Phrase(where, value.text().replaceAll("\\s+", " "), apart);
    }

    private static TopicMisread misread(Kind kind, TopicToken token) {
        return new TopicMisread(kind, token.from(), token.to(), token.text());
    }
}
