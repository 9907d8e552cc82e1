package dev.parvi.audience;

import dev.parvi.text.Language;
import dev.parvi.text.Stems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Finds words of a list in texts whose language needn't be known: a word is found where it has a stem in common with one that stands there in any of
 * the languages of its letters, or where a longer word is made with it ({@code pannukahvit} with {@code kahvi}). Not safe for several threads.
 */
final class Terms {

    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    private static final Pattern CYRILLIC = Pattern.compile(".*\\p{IsCyrillic}.*");
    /** A shorter stem begins too many other words. */
    private static final int COMPOUND = 4;

    private final List<Stems> latin = Stream.of("fi", "en", "sv")
            .map(code -> Stems.of(new Language(code)))
            .toList();
    private final List<Stems> cyrillic = List.of(Stems.of(new Language("ru")));

    /** One word of a text, and its stems. */
    record Token(String word, Set<String> stems) {}

    /** A word or a phrase that is looked for. */
    record Term(String shown, List<Token> tokens, boolean open) {}

    List<Token> tokens(String text) {
        var tokens = new ArrayList<Token>();
        var words = WORD.matcher(text.toLowerCase(Locale.ROOT).replace('ё', 'е'));
        while (words.find()) {
            tokens.add(new Token(words.group(), stems(words.group())));
        }
        return tokens;
    }

    private Set<String> stems(String word) {
        var stemmers = CYRILLIC.matcher(word).matches() ? cyrillic : latin;
        return stemmers.stream().map(each -> each.of(word)).collect(Collectors.toSet());
    }

    /** @param typed with a star at its end it stands for any ending */
    Term term(String typed) {
        return new Term(typed, tokens(typed), typed.endsWith("*"));
    }

    /** The word as it stands in the text. */
    Optional<String> found(Term term, List<Token> text) {
        return found(term, text, true);
    }

    /** As {@link #found}, but only the word itself, without other endings and longer words, but for a star. */
    Optional<String> exactly(Term term, List<Token> text) {
        return found(term, text, false);
    }

    private static Optional<String> found(Term term, List<Token> text, boolean loose) {
        var size = term.tokens().size();
        for (var from = 0; size > 0 && from + size <= text.size(); from++) {
            var matches = true;
            for (var n = 0; matches && n < size; n++) {
                var sought = term.tokens().get(n);
                var open = term.open() && n == size - 1;
                matches = same(sought, text.get(from + n), open, loose, size == 1);
            }
            if (matches) {
                return Optional.of(text.subList(from, from + size).stream()
                        .map(Token::word)
                        .collect(Collectors.joining(" ")));
            }
        }
        return Optional.empty();
    }

    private static boolean same(Token sought, Token stands, boolean open, boolean loose, boolean alone) {
        if (open ? stands.word().startsWith(sought.word()) : stands.word().equals(sought.word())) {
            return true;
        }
        return loose
                && (sought.stems().stream().anyMatch(stands.stems()::contains)
                        || alone && sought.stems().stream().anyMatch(stem -> compound(stem, stands.word())));
    }

    private static boolean compound(String stem, String word) {
        return stem.length() >= COMPOUND && word.contains(stem);
    }
}
