package dev.parvi.publishing;

import dev.parvi.connector.Sent;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.shared.VersionId;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Says again what went out, for rooms that may have missed being told: a process can die between writing it down and telling of
 * it. And forgets what was said to somebody who was erased.
 */
@Component
public class Recalling {

    private final Outgoings outgoings;
    private final Clock clock;

    Recalling(Outgoings outgoings, Clock clock) {
        this.outgoings = outgoings;
        this.clock = clock;
    }

    /** Something that is out; without those that were taken down again. */
    public record Out(
            DeliveryId delivery,
            @Nullable VersionId version,
            AccountId account,
            int part,
            boolean answer,
            Sent sent,
            Instant publishedAt) {}

    /**
     * In the brand whose scope it is, by time.
     *
     * @param after the last one seen of those that went out at {@code from}; of number 0 to begin
     */
    @Transactional(readOnly = true)
    public List<Out> since(Instant from, DeliveryId after, int most) {
        return outgoings.since(from, after, most);
    }

    /** Answers to somebody who was erased: those that aren't out never go, the others lose their words once they are over. */
    @Transactional
    public void forget(Collection<DeliveryId> answers) {
        outgoings.forget(answers, clock.instant());
        outgoings.forgetWhatIsOver();
    }

    /** Those that were under way when they were to be forgotten. Answers how many are over by now. */
    @Transactional
    public int forgetWhatIsOver() {
        return outgoings.forgetWhatIsOver();
    }
}
