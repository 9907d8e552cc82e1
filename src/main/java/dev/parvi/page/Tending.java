package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.time.Clock;
import java.util.HexFormat;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps order on the page of the brand whose scope it is. The connector calls it, after community has asked who may; members
 * who look after the page itself do it by {@link Moderating}.
 */
@Component
public class Tending {

    private final Comments comments;
    private final Order order;
    private final Blocks blocks;
    private final Branding branding;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Tending(
            Comments comments,
            Order order,
            Blocks blocks,
            Branding branding,
            Clock clock,
            ApplicationEventPublisher events) {
        this.comments = comments;
        this.order = order;
        this.blocks = blocks;
        this.branding = branding;
        this.clock = clock;
        this.events = events;
    }

    /** What came of a deed. */
    public enum Tended {
        DONE,
        /** There is no such comment. */
        MISSING,
        /** It's deleted: all that can be done is to restore it. */
        DELETED,
        /** Its words are gone for good. */
        ERASED
    }

    /** Does it to a comment; done also where it stood so already. */
    @Transactional
    public Tended tend(long comment, Deed deed) {
        var found = comments.get(comment);
        if (found.isEmpty()) {
            return Tended.MISSING;
        }
        var deleted = found.get().state() == Comment.State.DELETED;
        if (deleted && deed != Deed.RESTORE && deed != Deed.DELETE) {
            return Tended.DELETED;
        }
        if (order.put(comment, deed, clock.instant())) {
            events.publishEvent(new PageModerated(branding.current().id(), comment));
        }
        return deed == Deed.RESTORE && comments.erased(comment) ? Tended.ERASED : Tended.DONE;
    }

    /** Keeps a visitor from saying anything. @param visitor as {@link Uttered#visitor} */
    @Transactional
    public void block(String visitor, String name) {
        blocks.add(HexFormat.of().parseHex(visitor), name, clock.instant());
    }

    @Transactional
    public void unblock(String visitor) {
        blocks.remove(HexFormat.of().parseHex(visitor));
    }
}
