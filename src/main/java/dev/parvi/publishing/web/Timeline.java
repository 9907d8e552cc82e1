package dev.parvi.publishing.web;

import dev.parvi.connector.Fault;
import dev.parvi.connector.FaultWords;
import dev.parvi.publishing.Attempt;
import dev.parvi.publishing.Decision;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.publishing.Story;
import dev.parvi.publishing.web.Beat.Line;
import dev.parvi.ui.Page;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

/** Puts what happened to a delivery in order and into words. */
public final class Timeline {

    private static final Set<String> GOOD = Set.of("PUBLISHED", "FOUND");
    private static final Set<String> BAD =
            Set.of("REJECTED", "GIVEN_UP", "NEEDS_REAUTH", "UNKNOWN", "CANNOT_TELL", "LATE", "ABANDONED");

    /** The network was asked only whether it's there: nothing was sent. */
    private static final Set<String> ONLY_LOOKED = Set.of("FOUND", "CANNOT_TELL", "LATE");

    private final Page page;
    private final Story story;

    private Timeline(Page page, Story story) {
        this.page = page;
        this.story = story;
    }

    public static List<Beat> of(Page page, Story story) {
        return new Timeline(page, story).beats();
    }

    private List<Beat> beats() {
        var beats = new ArrayList<Beat>();
        beats.add(planned());
        story.attempts().forEach(each -> beats.add(tried(each)));
        story.decisions().forEach(each -> beats.add(decided(each)));
        beats.sort(Comparator.comparing(Beat::at));
        ahead(beats);
        return beats;
    }

    private Beat planned() {
        var delivery = story.delivery();
        var title = story.plannedBy().isEmpty()
                ? page.t("publishing.beat.planned")
                : page.t("publishing.beat.planned.by", "who", story.plannedBy());
        var text = delivery.part() == 0
                ? page.t("publishing.beat.for", "when", page.when(delivery.dueAt()))
                : page.t("publishing.beat.next");
        return Beat.of(delivery.plannedOn(), "plain", title, text);
    }

    private Beat tried(Attempt attempt) {
        var outcome = attempt.outcome().isEmpty() ? "OPEN" : attempt.outcome();
        var tone = GOOD.contains(outcome) ? "good" : BAD.contains(outcome) ? "bad" : "plain";
        var title = page.t("publishing.outcome." + outcome);
        return new Beat(
                attempt.claimedAt(),
                tone,
                page.t("publishing.beat.try", "n", attempt.number(), "outcome", title),
                attempt.faultCode().isEmpty() || outcome.equals("LATE")
                        ? ""
                        : FaultWords.of(page, new Fault(attempt.faultCode(), attempt.faultDetail())),
                lines(attempt));
    }

    private List<Line> lines(Attempt attempt) {
        var lines = new ArrayList<Line>();
        lines.add(new Line(page.t("publishing.line.claimed"), Times.exactly(page, attempt.claimedAt())));
        if (!attempt.looked().isEmpty()) {
            lines.add(new Line(page.t("publishing.line.looked"), page.t("publishing.looked." + attempt.looked())));
        }
        var begun = attempt.begunAt();
        if (story.byHand()) {
            return lines;
        }
        if (begun != null && !ONLY_LOOKED.contains(attempt.outcome())) {
            lines.add(new Line(page.t("publishing.line.called"), Times.exactly(page, begun) + late(attempt, begun)));
        }
        if (attempt.endedAt() != null) {
            var took = begun == null ? "" : took(Duration.between(begun, attempt.endedAt()));
            lines.add(new Line(page.t("publishing.line.answered"), Times.exactly(page, attempt.endedAt()) + took));
        }
        if (!attempt.faultDetail().isEmpty() && page.words().has("fault." + attempt.faultCode())) {
            lines.add(new Line(page.t("publishing.line.said"), attempt.faultDetail()));
        }
        return lines;
    }

    /** Only the first call was to begin at the planned instant. */
    private String late(Attempt attempt, Instant begun) {
        var late = Duration.between(story.delivery().dueAt(), begun);
        return attempt.number() > 1 || late.isNegative()
                ? ""
                : " · " + page.t("publishing.late.by", "span", Times.span(page, late));
    }

    private String took(Duration took) {
        return took.isNegative() ? "" : " · " + page.t("publishing.took", "span", Times.span(page, took));
    }

    private Beat decided(Decision decision) {
        return Beat.of(
                decision.at(),
                decision.what() == Decision.What.RECORDED ? "good" : "plain",
                page.t("publishing.decision." + decision.what().name(), "who", decision.by()),
                decision.detail());
    }

    private void ahead(List<Beat> beats) {
        var delivery = story.delivery();
        var last = beats.getLast().at();
        if (delivery.state() == DeliveryState.WAITING) {
            beats.add(Beat.of(last, "open", page.t("publishing.ahead.WAITING"), ""));
        } else if (delivery.state() == DeliveryState.DUE) {
            var key = delivery.tries() == 0 ? "publishing.ahead.DUE" : "publishing.ahead.again";
            beats.add(Beat.of(delivery.nextAt(), "open", page.t(key, "when", page.when(delivery.nextAt())), held()));
        }
    }

    private String held() {
        if (story.paused()) {
            return page.t("publishing.ahead.paused");
        }
        return story.delivery().heldUntil() == null ? "" : page.t("publishing.ahead.held");
    }
}
