package dev.parvi.planning;

import dev.parvi.brand.Branding;
import dev.parvi.shared.PostId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Where a brand asks for it, somebody whose job it is says yes to a post before anything is scheduled. */
@Component
public class Approval {

    private final Posts posts;
    private final Approvals approvals;
    private final Branding branding;
    private final Audit audit;
    private final Clock clock;

    Approval(Posts posts, Approvals approvals, Branding branding, Audit audit, Clock clock) {
        this.posts = posts;
        this.approvals = approvals;
        this.branding = branding;
        this.audit = audit;
        this.clock = clock;
    }

    /** Whether the post may be planned, as far as approval goes. */
    @Transactional(readOnly = true)
    public boolean allows(Post post) {
        return !branding.current().approval() || post.state().approved();
    }

    /** Asks for a yes; asking twice is asking once. */
    @Transactional
    public void ask(Seat seat, PostId id, String note) {
        seat.needs(Right.WRITE);
        var post = locked(id);
        if (Set.of(PostState.DRAFT, PostState.CHANGES).contains(post.state())) {
            step(seat, post, PostState.ASKED, ApprovalStep.Kind.ASKED, note);
        }
    }

    /**
     * Answers with a yes, or with what is to be changed.
     *
     * @param revision the one that was read; a post that was changed since isn't answered
     * @return false when it was changed since, or isn't waiting for an answer any more
     */
    @Transactional
    public boolean answer(Seat seat, PostId id, int revision, boolean yes, String note) {
        seat.needs(Right.APPROVE);
        var post = locked(id);
        if (post.revision() != revision
                || !Set.of(PostState.ASKED, PostState.DRAFT).contains(post.state())) {
            return false;
        }
        if (yes) {
            step(seat, post, PostState.APPROVED, ApprovalStep.Kind.APPROVED, note);
        } else {
            step(seat, post, PostState.CHANGES, ApprovalStep.Kind.CHANGES, note);
        }
        return true;
    }

    /**
     * Takes one step: asks where {@code step} is {@code ASKED}, otherwise answers.
     *
     * @return what was done, as a word: {@code asked}, {@code approved}, {@code changes}, or {@code stale} for an answer to
     *     what was changed meanwhile
     */
    @Transactional
    public String take(Seat seat, PostId id, String step, int revision, String note) {
        if (step.equals("ASKED")) {
            ask(seat, id, note);
            return "asked";
        }
        var yes = step.equals("APPROVED");
        return !answer(seat, id, revision, yes, note) ? "stale" : yes ? "approved" : "changes";
    }

    /** What was said so far, the latest first. */
    @Transactional(readOnly = true)
    public List<ApprovalStep> story(PostId id) {
        return approvals.of(id);
    }

    private void step(Seat seat, Post post, PostState state, ApprovalStep.Kind kind, String note) {
        posts.state(post.id(), state);
        approvals.add(post.id(), seat.member(), kind, note.strip(), clock.instant());
        audit.note(seat, "planning.approval." + kind.name().toLowerCase(Locale.ROOT), post.name(), note.strip());
    }

    private Post locked(PostId id) {
        return posts.locked(id).orElseThrow(() -> new NoSuchPost(id));
    }
}
