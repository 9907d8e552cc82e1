package dev.parvi.audience;

import dev.parvi.audience.Brief.Ask;
import dev.parvi.audience.Brief.Field;
import dev.parvi.audience.Brief.Promoted;
import dev.parvi.audience.Fit.Verdict;
import dev.parvi.brand.Aiming;
import dev.parvi.brand.OutsiderSigns;
import dev.parvi.brand.TargetAudience;
import dev.parvi.community.Acquainting;
import dev.parvi.community.Acquainting.Echo;
import dev.parvi.publishing.HandingIn;
import dev.parvi.shared.Sheet;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes the target audience down as ad systems ask for it, and finds posts worth paying for; any member may look. */
@Component
public class Briefing {

    private static final Duration USUAL = Duration.ofDays(90);
    private static final Duration FRESH = Duration.ofDays(30);
    private static final int MOST = 10;
    private static final int TITLE = 160;

    private final Aiming aiming;
    private final Acquainting acquainting;
    private final Onlookers onlookers;
    private final HandingIn handingIn;
    private final Clock clock;

    Briefing(Aiming aiming, Acquainting acquainting, Onlookers onlookers, HandingIn handingIn, Clock clock) {
        this.aiming = aiming;
        this.acquainting = acquainting;
        this.onlookers = onlookers;
        this.handingIn = handingIn;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Brief brief(Seat seat) {
        return new Brief(fields(aiming.current()), posts());
    }

    /** One line for each value: the field as most ad systems call it, and the value. Spreadsheets run nothing of it. */
    @Transactional(readOnly = true)
    public String csv(Seat seat) {
        return "field,value\r\n"
                + fields(aiming.current()).stream()
                        .flatMap(field -> field.values().stream()
                                .map(value -> field.ask().name().toLowerCase(java.util.Locale.ROOT) + ",\""
                                        + Sheet.safe(value).replace("\"", "\"\"") + "\"\r\n"))
                        .collect(Collectors.joining());
    }

    static List<Field> fields(TargetAudience target) {
        var words = Stream.concat(
                        target.unwanted().stream(),
                        target.leftOut().stream().sorted().flatMap(kind -> OutsiderSigns.of(kind).stream()))
                .map(word -> word.replaceFirst("\\*$", ""))
                .distinct()
                .toList();
        return Stream.of(
                        new Field(Ask.LOCATIONS, target.places()),
                        new Field(Ask.LANGUAGES, target.languages()),
                        new Field(
                                Ask.INTERESTS,
                                target.interests().stream()
                                        .map(word -> word.replaceFirst("\\*$", ""))
                                        .toList()),
                        new Field(Ask.EXCLUDED_NAMES, target.competitors()),
                        new Field(Ask.EXCLUDED_WORDS, words))
                .filter(field -> !field.values().isEmpty())
                .toList();
    }

    private List<Promoted> posts() {
        var now = clock.instant();
        var byAccount = acquainting.echoes(now.minus(USUAL)).stream().collect(Collectors.groupingBy(Echo::account));
        var fits = onlookers.of(byAccount.values().stream()
                .flatMap(List::stream)
                .flatMap(each -> each.speakers().stream())
                .distinct()
                .toList());
        var found = new ArrayList<Promoted>();
        byAccount.values().stream()
                .filter(each -> each.size() >= Promotion.POSTS_LEAST)
                .forEach(posts -> found.addAll(worth(posts, fits)));
        return found.stream()
                .sorted(Comparator.comparing((Promoted each) -> each.people() / Math.max(1, each.usual()))
                        .reversed())
                .limit(MOST)
                .toList();
    }

    private List<Promoted> worth(List<Echo> posts, Map<Long, Fit> fits) {
        var usual = Promotion.median(posts.stream().map(Echo::people).toList());
        var since = clock.instant().minus(FRESH);
        return posts.stream()
                .filter(each -> each.posted().isAfter(since))
                .flatMap(each -> worth(each, usual, fits).stream())
                .toList();
    }

    private Optional<Promoted> worth(Echo post, double usual, Map<Long, Fit> fits) {
        var verdicts = post.speakers().stream()
                .map(fits::get)
                .filter(Objects::nonNull)
                .map(Fit::verdict)
                .filter(each -> each != Verdict.UNKNOWN)
                .toList();
        var fitting =
                (int) verdicts.stream().filter(each -> each == Verdict.FITS).count();
        if (!Promotion.of(post.people(), usual, fitting, verdicts.size())) {
            return Optional.empty();
        }
        var delivery = handingIn.standing(List.of(post.delivery())).get(post.delivery());
        return Optional.of(new Promoted(
                post.delivery(),
                post.account(),
                delivery == null ? "" : Names.clean(delivery.text(), TITLE),
                post.posted(),
                post.people(),
                usual,
                Suspicion.percent(fitting, verdicts.size()),
                verdicts.size()));
    }
}
