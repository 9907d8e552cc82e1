package dev.parvi.team;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** An outsider opens the one case their link shows, and answers it. */
@Component
public class Receiving {

    private final HandOffs handOffs;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Receiving(HandOffs handOffs, TransactionTemplate transaction, ApplicationEventPublisher events, Clock clock) {
        this.handOffs = handOffs;
        this.transaction = transaction;
        this.events = events;
        this.clock = clock;
    }

    /** What the link shows; empty where it has expired, was withdrawn or never was. */
    public Optional<HandOff> open(String token) {
        return with(
                token,
                brand -> handOffs.find(token, clock.instant()).map(found -> {
                    handOffs.opened(found.id(), clock.instant());
                    return found;
                }));
    }

    /** Whether these words can stand with that state: declining and answering need some. */
    public static boolean fits(HandOff.State state, String answer) {
        var words = !answer.isBlank() && answer.length() <= HandingOff.LONGEST;
        return switch (state) {
            case ACCEPTED -> answer.length() <= HandingOff.LONGEST;
            case DECLINED, ANSWERED -> words;
            case GIVEN, WITHDRAWN -> false;
        };
    }

    /**
     * @param state ACCEPTED, DECLINED or ANSWERED
     * @return whether it was still open
     * @throws IllegalArgumentException where the words don't {@link #fits}
     */
    public boolean reply(String token, HandOff.State state, String answer) {
        if (!fits(state, answer)) {
            throw new IllegalArgumentException("An answer needs words");
        }
        return with(
                        token,
                        brand ->
                                handOffs.find(token, clock.instant()).filter(found -> put(brand, found, state, answer)))
                .isPresent();
    }

    private boolean put(BrandId brand, HandOff found, HandOff.State state, String answer) {
        var settled = state.open() ? null : clock.instant();
        var was = handOffs.put(found.id(), state, answer.strip(), settled);
        if (was && !state.open()) {
            events.publishEvent(new HandOffAnswered(brand, found.id(), found.subject(), state));
        }
        return was;
    }

    private Optional<HandOff> with(String token, Function<BrandId, Optional<HandOff>> work) {
        return transaction
                .execute(status -> handOffs.brand(token))
                .flatMap(brand -> Tenant.in(brand, () -> transaction.execute(status -> work.apply(brand))));
    }
}
