package dev.parvi.connector.page;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Sent;
import dev.parvi.page.Comment;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.page.Remarking;
import dev.parvi.page.Stored;
import dev.parvi.platform.Tenant;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;

/** Hands parcels over to the page's room. The database may be away for a moment, like any network. */
@Component
final class Counter {

    private static final Duration SOON = Duration.ofSeconds(5);

    private final Posting posting;
    private final Remarking remarking;
    private final Wrapping wrapping;

    Counter(Posting posting, Remarking remarking, Wrapping wrapping) {
        this.posting = posting;
        this.remarking = remarking;
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
        var known = known(parcel);
        return (known.isPresent() ? known : fresh(access, parcel))
                .<PublishOutcome>map(stored -> new PublishOutcome.Published(sent(parcel, stored)))
                .orElseGet(() ->
                        new PublishOutcome.Rejected(new Fault("page.thread-gone", "the part before it was deleted")));
    }

    private Optional<Stored> known(Parcel parcel) {
        return remark(parcel) ? remarking.find(parcel.key()) : posting.find(parcel.key());
    }

    private Optional<Stored> fresh(Access access, Parcel parcel) throws Unfit {
        var draft = wrapping.draft(access.brand(), parcel);
        if (parcel.answered() != null) {
            return answer(parcel, parcel.answered(), draft);
        }
        return parcel.comment() && draft.parent() != null
                ? remarking.put(parcel.key(), draft.parent(), null, draft.text(), draft.at())
                : posting.put(parcel.key(), draft);
    }

    /** Under what isn't shown nobody would read what it answers. */
    private Optional<Stored> answer(Parcel parcel, Sent answered, PostDraft draft) throws Unfit {
        if (!draft.pictures().isEmpty()) {
            throw new Unfit(new Fault("page.too-many-pictures", draft.pictures().size() + " > 0"));
        }
        var name = Names.of(answered.id());
        if (name.isEmpty()) {
            throw new Unfit(new Fault("page.gone", answered.id()));
        }
        if (!name.get().comment()) {
            return remarking.put(parcel.key(), name.get().id(), null, draft.text(), draft.at());
        }
        var said = remarking.said(name.get().id());
        if (said.isEmpty()) {
            throw new Unfit(new Fault("page.gone", answered.id()));
        }
        if (said.get().state() != Comment.State.SHOWN) {
            throw new Unfit(new Fault("page.answered-hidden", said.get().state().name()));
        }
        var post = said.get().post();
        return post == null
                ? remarking.answerReview(parcel.key(), said.get().id(), draft.text(), draft.at())
                : remarking.put(parcel.key(), post, said.get().id(), draft.text(), draft.at());
    }

    private static boolean remark(Parcel parcel) {
        return parcel.comment() || parcel.answered() != null;
    }

    Finding find(Access access, Parcel parcel) {
        try {
            return Tenant.in(access.brand(), () -> known(parcel))
                    .filter(stored -> !stored.removed())
                    .<Finding>map(stored -> new Finding.Found(sent(parcel, stored)))
                    .orElseGet(Finding.Absent::new);
        } catch (DataAccessException | TransactionException e) {
            return new Finding.CannotTell(fault(e));
        }
    }

    void delete(Access access, Sent sent) throws ConnectorFailed {
        try {
            var name = Names.of(sent.id())
                    .orElseThrow(() -> new ConnectorFailed(new Fault("page.gone", sent.id()), false));
            Tenant.run(
                    access.brand(),
                    name.comment() ? () -> remarking.remove(name.id()) : () -> posting.remove(name.id()));
        } catch (DataAccessException | TransactionException e) {
            throw new ConnectorFailed(fault(e), false);
        }
    }

    private static Sent sent(Parcel parcel, Stored stored) {
        return new Sent(
                new Names.Name(remark(parcel), stored.id()).toString(),
                stored.address(),
                Map.of("slug", stored.slug()));
    }

    /** What the database says may name what it holds: only the kind of failure is told. */
    static Fault fault(RuntimeException e) {
        return new Fault("page.database", e.getClass().getSimpleName());
    }
}
