package dev.parvi.planning;

import dev.parvi.brand.Branding;
import dev.parvi.team.Audit;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import org.springframework.stereotype.Component;

/** What follows from a change of what will be sent: the calendar hears of it, and a yes that was given is asked for again. */
@Component
class Settling {

    private final Posts posts;
    private final Approvals approvals;
    private final Scheduling scheduling;
    private final Branding branding;
    private final Audit audit;
    private final Clock clock;

    Settling(Posts posts, Approvals approvals, Scheduling scheduling, Branding branding, Audit audit, Clock clock) {
        this.posts = posts;
        this.approvals = approvals;
        this.scheduling = scheduling;
        this.branding = branding;
        this.audit = audit;
        this.clock = clock;
    }

    void after(Seat seat, Post before, Keeping.Changes changes) {
        if (changes.contents()
                && before.state().approved()
                && branding.current().approval()) {
            changes.planned().forEach(version -> scheduling.unplan(seat, version));
            posts.state(before.id(), PostState.ASKED);
            approvals.add(before.id(), seat.member(), ApprovalStep.Kind.REOPENED, "", clock.instant());
            audit.note(seat, "planning.approval.reopened", before.name(), "");
        } else {
            changes.planned().forEach(version -> scheduling.contentChanged(seat, version));
        }
    }

    /** Before a post is deleted. */
    void withdraw(Seat seat, Post post, List<Version> versions) {
        audit.note(seat, "planning.post.deleted", post.name(), "");
        versions.stream().filter(Version::planned).forEach(each -> scheduling.unplan(seat, each.id()));
    }
}
