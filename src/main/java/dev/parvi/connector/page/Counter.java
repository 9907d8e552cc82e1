package dev.parvi.connector.page;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import dev.parvi.page.Posting;
import dev.parvi.page.Stored;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** Hands parcels over to the page's room. The database may be away for a moment, like any network. */
@Component
final class Counter {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Posting posting;
    private final Wrapping wrapping;

    Counter(Posting posting, Wrapping wrapping) {
        this.posting = posting;
        this.wrapping = wrapping;
    }

    /** A transaction that failed before its end was taken back; one whose commit brought no answer may stand. */
    PublishOutcome publish(Access access, Parcel parcel) {
        try {
            return Tenant.in(access.brand(), () -> put(parcel, access));
        } catch (Unfit e) {
            return new PublishOutcome.Rejected(e.fault());
        } catch (DataAccessException | CannotCreateTransactionException e) {
            return new PublishOutcome.RetryAfter(fault(e), SOON);
        } catch (TransactionException e) {
            return new PublishOutcome.Unknown(fault(e));
        }
    }

    private PublishOutcome put(Parcel parcel, Access access) throws Unfit {
        var known = posting.find(parcel.key());
        if (known.isPresent()) {
            return new PublishOutcome.Published(sent(known.get()));
        }
        var draft = wrapping.draft(access.brand(), parcel);
        return posting.put(parcel.key(), draft)
                .<PublishOutcome>map(stored -> new PublishOutcome.Published(sent(stored)))
                .orElseGet(() ->
                        new PublishOutcome.Rejected(new Fault("page.thread-gone", "the part before it was deleted")));
    }

    Finding find(Access access, Parcel parcel) {
        try {
            return Tenant.in(access.brand(), () -> posting.find(parcel.key()))
                    .filter(stored -> !stored.removed())
                    .<Finding>map(stored -> new Finding.Found(sent(stored)))
                    .orElseGet(Finding.Absent::new);
        } catch (DataAccessException | TransactionException e) {
            return new Finding.CannotTell(fault(e));
        }
    }

    void delete(Access access, long id) throws ConnectorFailed {
        try {
            Tenant.run(access.brand(), () -> posting.remove(id));
        } catch (DataAccessException | TransactionException e) {
            throw new ConnectorFailed(fault(e), false);
        }
    }

    private static Sent sent(Stored stored) {
        return new Sent(Long.toString(stored.id()), stored.address(), Map.of("slug", stored.slug()));
    }

    /** What the database says may name what it holds: only the kind of failure is told. */
    private static Fault fault(RuntimeException e) {
        return new Fault("page.database", e.getClass().getSimpleName());
    }
}
