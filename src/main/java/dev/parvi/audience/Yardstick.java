package dev.parvi.audience;

import dev.parvi.audience.Fit.Ground;
import dev.parvi.audience.Fit.Reason;
import dev.parvi.audience.Fit.Verdict;
import dev.parvi.audience.Terms.Term;
import dev.parvi.brand.TargetAudience;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A target audience that profiles are held against, one after the other. Not safe for several threads. */
final class Yardstick {

    private static final int INTERESTS_SHOWN = 3;

    private final TargetAudience target;
    private final Terms terms = new Terms();
    private final Outside outside;
    private final Whereabouts whereabouts;
    private final Spoken spoken;
    private final List<Term> interests;

    Yardstick(TargetAudience target) {
        this.target = target;
        outside = new Outside(target, terms);
        whereabouts = new Whereabouts(target.places(), terms);
        spoken = new Spoken(target.languages());
        interests = target.interests().stream().map(terms::term).toList();
    }

    Fit judge(Seen seen) {
        if (target.open()) {
            return new Fit(Verdict.UNKNOWN, List.of());
        }
        var reasons = new ArrayList<>(outside.of(seen));
        spoken.of(seen).filter(each -> each.ground().against()).ifPresent(reasons::add);
        var place = whereabouts.of(seen);
        place.ifPresent(reasons::add);
        spoken.of(seen).filter(each -> !each.ground().against()).ifPresent(reasons::add);
        var words = interests(seen);
        words.forEach(word -> reasons.add(new Reason(Ground.INTEREST, word)));
        return new Fit(verdict(reasons, words), reasons);
    }

    private List<String> interests(Seen seen) {
        var text = terms.tokens(seen.about() + " \n " + String.join(" \n ", seen.said()));
        return interests.stream()
                .flatMap(term -> terms.found(term, text).stream())
                .distinct()
                .limit(INTERESTS_SHOWN)
                .toList();
    }

    private Verdict verdict(List<Reason> reasons, List<String> words) {
        if (reasons.stream().anyMatch(each -> each.ground().against())) {
            return Verdict.DOESNT;
        }
        if (!interests.isEmpty()) {
            return words.isEmpty() ? Verdict.UNKNOWN : Verdict.FITS;
        }
        var named = Optional.of(target).stream()
                .mapToInt(each ->
                        (each.places().isEmpty() ? 0 : 1) + (each.languages().isEmpty() ? 0 : 1))
                .sum();
        return named > 0 && reasons.size() == named ? Verdict.FITS : Verdict.UNKNOWN;
    }
}
