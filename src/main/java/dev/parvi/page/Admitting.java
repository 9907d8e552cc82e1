package dev.parvi.page;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Whether what a visitor wrote is taken, and whether it waits for somebody to read it: the same for comments and for reviews. */
@Component
class Admitting {

    private final Comments comments;
    private final Blocks blocks;
    private final Paces paces;
    private final Stamps stamps;

    Admitting(Comments comments, Blocks blocks, Paces paces, Stamps stamps) {
        this.comments = comments;
        this.blocks = blocks;
        this.paces = paces;
        this.stamps = stamps;
    }

    /**
     * What is said instead of taking it; empty where it's taken.
     *
     * @param faults what is wrong with its form: message keys by field
     */
    Optional<Said> instead(Remark remark, Map<String, String> faults, Visitor visitor) {
        if (!remark.trap().isEmpty()) {
            // What fills the trap learns nothing from the answer.
            return Optional.of(new Said.Held());
        }
        if (blocks.has(visitor.hash())) {
            return Optional.of(new Said.Refused(Map.of("", "page.comment.blocked")));
        }
        var all = faults.isEmpty() ? inTime(remark, visitor) : faults;
        return all.isEmpty() ? Optional.empty() : Optional.of(new Said.Refused(all));
    }

    private Map<String, String> inTime(Remark remark, Visitor visitor) {
        return switch (stamps.age(remark.stamp())) {
            case TOO_YOUNG -> Map.of("", "page.form.quick");
            case TOO_OLD -> Map.of("", "page.form.old");
            case GOOD -> paces.allow(Paces.Kind.COMMENT, visitor.origin()) ? Map.of() : Map.of("", "page.comment.pace");
        };
    }

    boolean holds(Site site, Remark remark, Visitor visitor) {
        return site.rule().holds(remark, comments.known(visitor.hash()));
    }
}
