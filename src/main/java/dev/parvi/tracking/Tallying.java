package dev.parvi.tracking;

import dev.parvi.shared.AccountId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * What links and the site brought day by day, for goals; any member may look. Days are those of the brand's zone, and a day on which
 * nothing came is left out. Empty where nothing can be known: nothing was tracked, or nothing was ever told. An account's
 * conversions are its share by all touches.
 */
@Component
public class Tallying {

    private final Tallies tallies;

    Tallying(Tallies tallies) {
        this.tallies = tallies;
    }

    /** People who came by links. */
    @Transactional(readOnly = true)
    public Optional<Map<LocalDate, Double>> visits(@Nullable AccountId account, LocalDate from, LocalDate until) {
        return tallies.linked() ? Optional.of(tallies.visits(account, from, until)) : Optional.empty();
    }

    /** @param name such as {@code registered} */
    @Transactional(readOnly = true)
    public Optional<Map<LocalDate, Double>> conversions(
            String name, @Nullable AccountId account, LocalDate from, LocalDate until) {
        return tallies.told() ? Optional.of(tallies.conversions(name, account, from, until)) : Optional.empty();
    }

    /** What conversions were worth, in the currency in which most of them were paid; others aren't added to it. */
    @Transactional(readOnly = true)
    public Optional<Map<LocalDate, Double>> worth(
            String name, @Nullable AccountId account, LocalDate from, LocalDate until) {
        return tallies.currency(name).map(currency -> tallies.worth(name, currency, account, from, until));
    }
}
