package dev.parvi.connector.page;

import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Heard.Speaker;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.connector.Sent;
import dev.parvi.page.Deed;
import dev.parvi.page.Tending;
import dev.parvi.platform.Tenant;
import java.util.regex.Pattern;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.TransactionException;

/** Keeps order on the page. */
@Component
final class Ordering {

    private static final Pattern VISITOR = Pattern.compile("([0-9a-f]{2}){8,64}");

    private final Tending tending;

    Ordering(Tending tending) {
        this.tending = tending;
    }

    void moderate(Access access, Act act, Sent said, Speaker speaker) throws ConnectorFailed {
        try {
            switch (act) {
                case BLOCK -> block(access, speaker);
                case UNBLOCK -> Tenant.run(access.brand(), () -> tending.unblock(speaker.id()));
                default -> tend(access, Deed.valueOf(act.name()), said);
            }
        } catch (DataAccessException | TransactionException e) {
            throw new ConnectorFailed(Counter.fault(e), false);
        }
    }

    /** The brand itself has no cookie by which it could be kept away. */
    private void block(Access access, Speaker speaker) throws ConnectorFailed {
        if (speaker.us() || !VISITOR.matcher(speaker.id()).matches()) {
            throw new ConnectorFailed(new Fault("page.block-nobody", ""), false);
        }
        Tenant.run(access.brand(), () -> tending.block(speaker.id(), speaker.name()));
    }

    private void tend(Access access, Deed deed, Sent said) throws ConnectorFailed {
        var comment = Names.of(said.id())
                .filter(Names.Name::comment)
                .orElseThrow(() -> new ConnectorFailed(new Fault("page.gone", said.id()), false));
        switch (Tenant.in(access.brand(), () -> tending.tend(comment.id(), deed))) {
            case DONE -> {}
            case MISSING -> throw new ConnectorFailed(new Fault("page.gone", said.id()), false);
            case DELETED -> throw new ConnectorFailed(new Fault("page.comment-deleted", said.id()), false);
            case ERASED -> throw new ConnectorFailed(new Fault("page.comment-erased", said.id()), false);
        }
    }
}
