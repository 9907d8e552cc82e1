package dev.parvi.audience;

import dev.parvi.audience.Fit.Ground;
import dev.parvi.audience.Fit.Reason;
import dev.parvi.audience.Terms.Term;
import dev.parvi.audience.Terms.Token;
import dev.parvi.brand.OutsiderSigns;
import dev.parvi.brand.TargetAudience;
import dev.parvi.brand.TargetAudience.Outsider;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds the signs by which a target audience leaves profiles out. */
final class Outside {

    private static final Pattern COMPANY =
            Pattern.compile("(?iu).*(^|[\\s,])(oy|oyj|ab|ltd|llc|inc|gmbh|as|oü|ооо|оао|ип)\\.?$");
    private static final Pattern MADE_UP = Pattern.compile(".*\\d{6,}");
    private static final int AGAIN_WITH_LINK = 2;
    private static final int AGAIN = 3;
    private static final int SHORTEST_NAME = 4;

    private final TargetAudience target;
    private final Terms terms;
    private final Map<Outsider, List<Term>> signs;
    private final List<Term> unwanted;

    Outside(TargetAudience target, Terms terms) {
        this.target = target;
        this.terms = terms;
        signs = target.leftOut().stream()
                .collect(Collectors.toMap(
                        kind -> kind,
                        kind -> OutsiderSigns.of(kind).stream().map(terms::term).toList()));
        unwanted = target.unwanted().stream().map(terms::term).toList();
    }

    List<Reason> of(Seen seen) {
        var reasons = new ArrayList<Reason>();
        var profile = terms.tokens(seen.name() + " \n " + seen.about() + " \n " + seen.handle());
        var talk = terms.tokens(String.join(" \n ", seen.said()));
        competitor(seen).ifPresent(name -> reasons.add(new Reason(Ground.COMPETITOR, name)));
        for (var kind : Outsider.values()) {
            if (target.leftOut().contains(kind)) {
                sign(kind, seen, profile, talk)
                        .ifPresent(word -> reasons.add(new Reason(Ground.valueOf(kind.name()), word)));
            }
        }
        unwanted.stream()
                .flatMap(term -> terms.found(term, profile).stream())
                .findFirst()
                .ifPresent(word -> reasons.add(new Reason(Ground.UNWANTED, word)));
        return reasons;
    }

    private Optional<String> sign(Outsider kind, Seen seen, List<Token> profile, List<Token> talk) {
        var words = signs.getOrDefault(kind, List.of());
        var inProfile = words.stream()
                .flatMap(term -> terms.exactly(term, profile).stream())
                .findFirst();
        if (inProfile.isPresent()) {
            return inProfile;
        }
        return switch (kind) {
            case SHOPS -> COMPANY.matcher(seen.name().strip()).matches() ? Optional.of(seen.name()) : Optional.empty();
            case AGENCIES -> inTalk(words, talk);
            case BOTS -> made(seen).or(() -> inTalk(words, talk));
            case GIVEAWAYS -> Optional.empty();
        };
    }

    private Optional<String> inTalk(List<Term> words, List<Token> talk) {
        return words.stream()
                .flatMap(term -> terms.exactly(term, talk).stream())
                .findFirst();
    }

    private static Optional<String> made(Seen seen) {
        if (seen.about().isBlank()
                && MADE_UP.matcher(seen.handle().split("\\.")[0]).matches()) {
            return Optional.of(seen.handle());
        }
        return seen.said().stream()
                .collect(Collectors.groupingBy(words -> words.strip().toLowerCase(Locale.ROOT), Collectors.counting()))
                .entrySet()
                .stream()
                .filter(each -> each.getValue() >= (each.getKey().contains("/") ? AGAIN_WITH_LINK : AGAIN))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** A competitor's name stands in the profile's, whole: spaces and signs aside. */
    private Optional<String> competitor(Seen seen) {
        return target.competitors().stream()
                .filter(name -> squeezed(name).length() >= SHORTEST_NAME)
                .filter(name -> Stream.of(seen.name(), seen.handle())
                        .anyMatch(own -> squeezed(own).contains(squeezed(name))))
                .findFirst();
    }

    private static String squeezed(String name) {
        return name.toLowerCase(Locale.ROOT).replace('ё', 'е').replaceAll("[^\\p{L}\\p{N}]", "");
    }
}
