package dev.parvi.audience;

import dev.parvi.audience.Fit.Ground;
import dev.parvi.audience.Fit.Reason;
import dev.parvi.audience.Terms.Term;
import dev.parvi.audience.Terms.Token;
import dev.parvi.text.Places;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Holds where somebody says they are against places. What is elsewhere is told by the field of the place and by towns that the desk knows; a country says
 * nothing, since it may hold the place.
 */
final class Whereabouts {

    private static final Set<String> WIDE = countries();

    private final Terms terms;
    private final List<Term> places;
    private final Set<Long> keys;

    Whereabouts(List<String> places, Terms terms) {
        this.terms = terms;
        this.places = places.stream().map(terms::term).toList();
        keys = places.stream()
                .map(Places::of)
                .filter(OptionalLong::isPresent)
                .map(OptionalLong::getAsLong)
                .collect(Collectors.toSet());
    }

    /** Empty where it can't be told, or any place will do. */
    Optional<Reason> of(Seen seen) {
        if (places.isEmpty()) {
            return Optional.empty();
        }
        var field = terms.tokens(seen.place());
        var about = terms.tokens(seen.about());
        return Stream.of(field, about)
                .flatMap(each -> here(each).stream())
                .findFirst()
                .map(word -> new Reason(Ground.PLACE, word))
                .or(() -> elsewhere(seen.place(), about).map(word -> new Reason(Ground.PLACE_OUT, word)));
    }

    private Optional<String> here(List<Token> text) {
        return places.stream()
                .flatMap(term -> terms.found(term, text).stream())
                .findFirst()
                .or(() -> text.stream()
                        .map(Token::word)
                        .filter(word -> known(word).stream().anyMatch(keys::contains))
                        .findFirst());
    }

    private static Optional<String> elsewhere(String field, List<Token> about) {
        if (Arrays.stream(field.split("[,/|]"))
                .map(part -> part.strip().toLowerCase(Locale.ROOT))
                .anyMatch(part -> !part.isEmpty()
                        && !WIDE.contains(part)
                        && part.codePoints().anyMatch(Character::isLetter))) {
            return Optional.of(field.strip());
        }
        return about.stream()
                .map(Token::word)
                .filter(word -> !known(word).isEmpty())
                .findFirst();
    }

    private static Set<Long> known(String word) {
        var key = Places.of(word);
        return key.isPresent() ? Set.of(key.getAsLong()) : Set.of();
    }

    private static Set<String> countries() {
        return Stream.concat(
                        Stream.of("europe", "eu", "eurooppa", "европа", "world", "internet", "uk", "usa", "earth"),
                        Arrays.stream(Locale.getISOCountries())
                                .flatMap(code -> Stream.of("en", "fi", "ru", "sv", code.toLowerCase(Locale.ROOT))
                                        .map(language -> Locale.of("", code).getDisplayCountry(Locale.of(language)))))
                .map(name -> name.toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }
}
