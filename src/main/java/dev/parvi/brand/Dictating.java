package dev.parvi.brand;

import dev.parvi.brand.ScribeFailed.Kind;
import dev.parvi.platform.Outbound;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Clock;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the brand's outside model, once a manager agreed. Each call is on the audit log before it's made; what comes back is
 * plain text for whoever asked, and goes nowhere by itself.
 */
@Component
public class Dictating {

    private static final String TEST = "Answer with the one word: ready";

    private final Scribes scribes;
    private final ChatCompletions completions;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Dictating(Scribes scribes, Outbound outbound, Audit audit, Clock clock, TransactionTemplate transaction) {
        this.scribes = scribes;
        this.completions = new ChatCompletions(outbound, clock, ChatCompletions.DEADLINE);
        this.audit = audit;
        this.transaction = transaction;
    }

    /** What a call is for. */
    public enum Purpose {
        DRAFT("brand.scribe.sent.draft"),
        SUMMARY("brand.scribe.sent.summary"),
        TEST("brand.scribe.sent.test");

        private final String key;

        Purpose(String key) {
            this.key = key;
        }
    }

    /** @param model that wrote it */
    public record Written(String text, String model) {}

    /**
     * Waits for at most a minute. No transaction may be open.
     *
     * @param subject what it's about, for the audit log
     * @throws ScribeFailed with nothing sent where nobody agreed
     */
    public Written write(Seat seat, Purpose purpose, String subject, Letter letter) throws ScribeFailed {
        seat.needs(Right.MODERATE);
        return sent(seat, purpose, subject, letter);
    }

    /** Sends one fixed sentence, and answers what came. */
    public Written test(Seat seat) throws ScribeFailed {
        seat.needs(Right.MANAGE);
        return sent(seat, Purpose.TEST, "", new Letter(TEST, "{}"));
    }

    private Written sent(Seat seat, Purpose purpose, String subject, Letter letter) throws ScribeFailed {
        var ready = ready(seat, purpose, subject, letter);
        return new Written(completions.ask(ready.address(), ready.model(), ready.key(), letter), ready.model());
    }

    private record Ready(URI address, String model, String key) {}

    /** Address, key and consent are read in one go, so that what was agreed to is what is called. */
    private Ready ready(Seat seat, Purpose purpose, String subject, Letter letter) throws ScribeFailed {
        var found = Objects.requireNonNull(transaction.execute(status -> scribes.get()));
        var kept = found.orElseThrow(() -> new ScribeFailed(Kind.NONE));
        if (!kept.scribe().agreed()) {
            throw new ScribeFailed(Kind.NOT_AGREED);
        }
        try {
            var ready = new Ready(kept.scribe().address(), kept.scribe().model(), scribes.open(kept));
            var detail = ready.address() + ", " + letter.material().length();
            transaction.executeWithoutResult(status -> audit.note(seat, purpose.key, subject, detail));
            return ready;
        } catch (IllegalStateException e) {
            throw new ScribeFailed(Kind.KEY_LOST);
        }
    }
}
