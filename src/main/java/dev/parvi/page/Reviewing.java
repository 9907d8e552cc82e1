package dev.parvi.page;

import dev.parvi.brand.Branding;
import java.time.Clock;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Visitors say what they think of the brand whose scope it is, where its page is open for that. */
@Component
public class Reviewing {

    static final int AT_ONCE = 20;

    private final Reviews reviews;
    private final Comments comments;
    private final Sites sites;
    private final Branding branding;
    private final Admitting admitting;
    private final Clock clock;
    private final ApplicationEventPublisher events;

    Reviewing(
            Reviews reviews,
            Comments comments,
            Sites sites,
            Branding branding,
            Admitting admitting,
            Clock clock,
            ApplicationEventPublisher events) {
        this.reviews = reviews;
        this.comments = comments;
        this.sites = sites;
        this.branding = branding;
        this.admitting = admitting;
        this.clock = clock;
        this.events = events;
    }

    /** Writes a review, or changes the one that this visitor wrote. */
    @Transactional
    public Said review(Review review, Visitor visitor) {
        var site = sites.of(branding.current());
        if (!site.reviews()) {
            return new Said.Nowhere();
        }
        return admitting.instead(review.words(), review.faults(), visitor).orElseGet(() -> keep(site, review, visitor));
    }

    private Said keep(Site site, Review review, Visitor visitor) {
        var held = admitting.holds(site, review.words(), visitor);
        var state = held ? Comment.State.HELD : Comment.State.SHOWN;
        var id = reviews.put(review, visitor.hash(), state, clock.instant());
        events.publishEvent(new PageCommented(site.brand().id(), id, held));
        return comments.get(id)
                        .filter(kept -> kept.state() == Comment.State.SHOWN)
                        .isPresent()
                ? new Said.Shown(id)
                : new Said.Held();
    }

    /** What visitors read; empty where the page has no reviews. @param before older than this one; null for the newest */
    @Transactional(readOnly = true)
    public Optional<Reviewed> reviewed(@Nullable Long before, @Nullable Visitor visitor) {
        if (!sites.of(branding.current()).reviews()) {
            return Optional.empty();
        }
        var who = visitor == null ? null : visitor.hash();
        var found = reviews.shown(before, who, AT_ONCE + 1);
        var shown = found.subList(0, Math.min(AT_ONCE, found.size()));
        var answers = reviews.answers(shown.stream().map(Comment::id).toList());
        var strands = shown.stream()
                .map(review -> new Strand(
                        review,
                        answers.stream()
                                .filter(answer -> Long.valueOf(review.id()).equals(answer.parent()))
                                .map(answer -> new Strand.Answer(answer, ""))
                                .toList()))
                .toList();
        return Optional.of(new Reviewed(
                reviews.ratings(),
                strands,
                found.size() > AT_ONCE ? Long.valueOf(shown.getLast().id()) : null,
                who == null ? null : reviews.of(who).orElse(null)));
    }
}
