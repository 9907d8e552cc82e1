package dev.parvi.publishing;

import dev.parvi.brand.BrandChanged;
import dev.parvi.brand.Branding;
import dev.parvi.planning.AlreadyUnderWay;
import dev.parvi.planning.VersionScheduled;
import dev.parvi.planning.VersionWithdrawn;
import dev.parvi.tracking.Linking;
import java.time.Clock;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes and removes deliveries in the very transaction that plans or unplans a version. */
@Component
class Enqueuing {

    private final Deliveries deliveries;
    private final Sendings sendings;
    private final Branding branding;
    private final Linking linking;
    private final Wake wake;
    private final Clock clock;

    Enqueuing(Deliveries deliveries, Sendings sendings, Branding branding, Linking linking, Wake wake, Clock clock) {
        this.deliveries = deliveries;
        this.sendings = sendings;
        this.branding = branding;
        this.linking = linking;
        this.wake = wake;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionScheduled said) {
        if (deliveries.underWay(said.version())) {
            throw new AlreadyUnderWay();
        }
        sendings.lateLimit(branding.current().lateLimit());
        deliveries.schedule(said, clock.instant());
        bindLinks(said);
        wake.afterCommit();
    }

    private void bindLinks(VersionScheduled said) {
        if (linking.any(said.post(), said.account())) {
            var parts = deliveries.progress(List.of(said.version()));
            linking.bind(
                    said.version(),
                    said.post(),
                    said.account(),
                    IntStream.range(0, parts.size())
                            .boxed()
                            .collect(Collectors.toMap(
                                    Function.identity(), part -> parts.get(part).id())));
        }
    }

    /** How late is too late holds from now on for what is planned already, too. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(BrandChanged said) {
        sendings.lateLimit(said.lateLimit());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(VersionWithdrawn said) {
        if (deliveries.underWay(said.version())) {
            throw new AlreadyUnderWay();
        }
        deliveries.withdraw(said.version());
    }
}
