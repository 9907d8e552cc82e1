package dev.parvi.page;

import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Members read what visitors said on the brand's page, let it in or delete it. */
@Component
public class Moderating {

    static final int AT_ONCE = 50;

    private final Comments comments;
    private final Followers followers;
    private final Audit audit;

    Moderating(Comments comments, Followers followers, Audit audit) {
        this.audit = audit;
        this.comments = comments;
        this.followers = followers;
    }

    /** How much there is. @param held comments that wait */
    public record Tally(long held, long shown, long followers) {}

    @Transactional(readOnly = true)
    public Tally tally() {
        return new Tally(comments.count(Comment.State.HELD), comments.count(Comment.State.SHOWN), followers.count());
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

    /** Shows a held comment. @return whether it was held */
    @Transactional
    public boolean approve(Seat seat, long comment) {
        seat.needs(Right.MODERATE);
        return comments.get(comment)
                .filter(held -> comments.show(comment))
                .map(held -> note(seat, "approved", held))
                .isPresent();
    }

    /** Deletes a comment for good. @return whether it was there */
    @Transactional
    public boolean delete(Seat seat, long comment) {
        seat.needs(Right.MODERATE);
        return comments.get(comment)
                .filter(was -> comments.delete(comment))
                .map(was -> note(seat, "deleted", was))
                .isPresent();
    }

    private Comment note(Seat seat, String what, Comment comment) {
        audit.note(seat, "page.comment." + what, comment.name(), Prose.beginning(comment.text(), 200));
        return comment;
    }
}
