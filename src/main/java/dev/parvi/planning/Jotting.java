package dev.parvi.planning;

import dev.parvi.shared.IdeaId;
import dev.parvi.shared.PostId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps thoughts and links for later, and turns them into posts. */
@Component
public class Jotting {

    private static final int LONGEST = 5000;

    private final Ideas ideas;
    private final Composing composing;
    private final Clock clock;

    Jotting(Ideas ideas, Composing composing, Clock clock) {
        this.ideas = ideas;
        this.composing = composing;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public List<Idea> all(String tag) {
        return ideas.all(tag);
    }

    /** @throws CannotPlan where there is neither text nor link, the text is too long or the link is no address */
    @Transactional
    public IdeaId add(Seat seat, String text, String link, String tags) {
        seat.needs(Right.WRITE);
        if (text.isBlank() && link.isBlank()) {
            throw new CannotPlan("planning.ideas.empty");
        }
        if (text.length() > LONGEST) {
            throw new CannotPlan("planning.ideas.long", "most", LONGEST);
        }
        if (!link.isBlank() && Links.address(link).isEmpty()) {
            throw new CannotPlan("planning.ideas.badlink");
        }
        return ideas.add(text.strip(), link.strip(), Tags.of(tags), seat.member(), clock.instant());
    }

    /** Makes a draft of it; the idea has done its duty then. Empty where somebody else did it before. */
    @Transactional
    public Optional<PostId> write(Seat seat, IdeaId id) {
        seat.needs(Right.WRITE);
        return ideas.locked(id).map(idea -> {
            ideas.remove(id);
            return composing.start(seat, draft(idea));
        });
    }

    @Transactional
    public void remove(Seat seat, IdeaId id) {
        seat.needs(Right.WRITE);
        ideas.remove(id);
    }

    private static Draft draft(Idea idea) {
        var words = new Wording("", idea.text(), List.of(), List.of(), idea.link());
        return new Draft(words, "", idea.tags(), "", null, List.of(), List.of(), 0, "");
    }
}
