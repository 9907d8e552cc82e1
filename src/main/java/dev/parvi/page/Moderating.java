package dev.parvi.page;

import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members read what visitors said on the brand's page, let it in or delete it. */
@Component
public class Moderating {

    static final int AT_ONCE = 50;

    private final Comments comments;
    private final Followers followers;
    private final Order order;
    private final Blocks blocks;
    private final Audit audit;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Moderating(
            Comments comments,
            Followers followers,
            Order order,
            Blocks blocks,
            Audit audit,
            Clock clock,
            ApplicationEventPublisher events) {
        this.order = order;
        this.blocks = blocks;
        this.audit = audit;
        this.clock = clock;
        this.events = events;
        this.comments = comments;
        this.followers = followers;
    }

    /**
     * How much there is.
     *
     * @param comments how many stand in each state; none is missing
     */
    public record Tally(Map<Comment.State, Long> comments, long followers) {

        public long of(Comment.State state) {
            return comments.getOrDefault(state, 0L);
        }
    }

    @Transactional(readOnly = true)
    public Tally tally() {
        return new Tally(comments.counts(), followers.count());
    }

    /**
     * At most fifty comments, newest first, with the addresses their writers left.
     *
     * @param before those older than this one; null for the newest
     */
    @Transactional(readOnly = true)
    public List<Remarked> comments(Seat seat, Comment.State state, @Nullable Long before) {
        seat.needs(Right.MODERATE);
        return comments.in(state, before, AT_ONCE);
    }

    /** Shows a comment that was held, hidden or taken for spam. @return whether it was */
    @Transactional
    public boolean approve(Seat seat, long comment) {
        seat.needs(Right.MODERATE);
        return comments.get(comment)
                .filter(held ->
                        held.state() != Comment.State.SHOWN && order.put(comment, Deed.APPROVE, clock.instant()))
                .map(held -> note(seat, "approved", held))
                .isPresent();
    }

    /** Deletes a comment; for thirty days it can be restored. @return whether it was there */
    @Transactional
    public boolean delete(Seat seat, long comment) {
        seat.needs(Right.MODERATE);
        return comments.get(comment)
                .filter(was -> order.put(comment, Deed.DELETE, clock.instant()))
                .map(was -> note(seat, "deleted", was))
                .isPresent();
    }

    /** Those who may say nothing on the page, the last first. */
    @Transactional(readOnly = true)
    public List<Blocked> blocked(Seat seat) {
        seat.needs(Right.MODERATE);
        return blocks.all();
    }

    /** Lets somebody speak again. @param visitor as {@link Blocked#visitor} */
    @Transactional
    public void unblock(Seat seat, String visitor) {
        seat.needs(Right.MODERATE);
        blocks.remove(HexFormat.of().parseHex(visitor));
        audit.note(seat, "page.unblocked", "", "");
    }

    private Comment note(Seat seat, String what, Comment comment) {
        audit.note(seat, "page.comment." + what, comment.name(), Prose.beginning(comment.text(), 200));
        events.publishEvent(new PageModerated(seat.brand(), comment.id()));
        return comment;
    }
}
