package dev.parvi.community;

import dev.parvi.brand.Branding;
import dev.parvi.brand.Dictating;
import dev.parvi.brand.Dictating.Purpose;
import dev.parvi.brand.Enlisting;
import dev.parvi.brand.Scribe;
import dev.parvi.brand.ScribeFailed;
import dev.parvi.brand.Voicing;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Has the brand's outside model draft an answer or sum a thread up, where a manager agreed. Nothing is ever posted by it. */
@Component
public class Suggesting {

    /** Comments from which on a summary saves time. */
    static final int LONG = 8;

    private static final int USUAL_LIMIT = 600;

    private final Dictating dictating;
    private final Enlisting enlisting;
    private final Conversing conversing;
    private final Utterances utterances;
    private final Summaries summaries;
    private final Branding branding;
    private final Voicing voicing;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Suggesting(
            Dictating dictating,
            Enlisting enlisting,
            Conversing conversing,
            Utterances utterances,
            Summaries summaries,
            Branding branding,
            Voicing voicing,
            Clock clock,
            TransactionTemplate transaction) {
        this.dictating = dictating;
        this.enlisting = enlisting;
        this.conversing = conversing;
        this.utterances = utterances;
        this.summaries = summaries;
        this.branding = branding;
        this.voicing = voicing;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * What a model can do for a conversation.
     *
     * @param drafts whether a draft can be asked for
     * @param sums whether a summary can be asked for
     * @param summary the one that was made; null where there is none
     */
    public record Offer(
            boolean drafts, boolean sums, @Nullable Summary summary) {}

    /** For any member; what was made before is shown also where nothing more may be asked. */
    @Transactional(readOnly = true)
    public Offer offer(Dialogue dialogue) {
        var ready = enlisting.current().filter(Scribe::agreed).isPresent();
        var target = dialogue.target();
        return new Offer(
                ready && target != null && Dictation.maySend(target),
                ready && dialogue.total() >= LONG && dialogue.lines().stream().anyMatch(Suggesting::maySend),
                summaries.of(dialogue.conversation().id()).orElse(null));
    }

    private static boolean maySend(Dialogue.Line line) {
        return line.said() != null && Dictation.maySend(line.said());
    }

    /**
     * Waits for at most a minute; no transaction may be open.
     *
     * @return a draft for a person to read and change
     */
    public String draft(Seat seat, ConversationId id, CommentId comment) throws ScribeFailed {
        seat.needs(Right.MODERATE);
        var dialogue = conversing.open(seat, id, Optional.of(comment), Optional.of(comment));
        var target = dialogue.target();
        if (target == null || !target.id().equals(comment) || !Dictation.maySend(target)) {
            throw new NoSuchConversation("comment " + comment);
        }
        var voice = voicing.current();
        var limit = Math.min(dialogue.network().text().limit(), voice.longest() == 0 ? USUAL_LIMIT : voice.longest());
        var letter = Dictation.draft(
                branding.current(), voice, dialogue.head().text(), before(dialogue, target), target, limit);
        return dictating.write(seat, Purpose.DRAFT, target.speaker(), letter).text();
    }

    private static List<Said> before(Dialogue dialogue, Said target) {
        var before = new ArrayList<Said>();
        for (var line : dialogue.lines()) {
            if (line.said() != null && line.said().id().equals(target.id())) {
                break;
            }
            if (line.said() != null) {
                before.add(line.said());
            }
        }
        return before;
    }

    /** Waits for at most a minute; no transaction may be open. The summary takes the place of an earlier one. */
    public Summary summarise(Seat seat, ConversationId id) throws ScribeFailed {
        seat.needs(Right.MODERATE);
        var dialogue = conversing.open(seat, id, Optional.empty(), Optional.empty());
        var said = Objects.requireNonNull(transaction.execute(status -> latest(id)));
        var letter = Dictation.summary(branding.current(), dialogue.head().text(), said);
        var written =
                dictating.write(seat, Purpose.SUMMARY, dialogue.conversation().preview(), letter);
        var summary = new Summary(written.text(), written.model(), dialogue.total(), seat.member(), clock.instant());
        transaction.executeWithoutResult(status -> summaries.put(id, summary));
        return summary;
    }

    private List<Said> latest(ConversationId id) {
        var wanted = utterances.outline(id, Dictation.MOST).stream()
                .map(Outline.Twig::id)
                .toList();
        var said = utterances.said(wanted);
        return wanted.stream().map(said::get).filter(Objects::nonNull).toList();
    }

    /** Puts a summary away. */
    @Transactional
    public void forget(Seat seat, ConversationId id) {
        seat.needs(Right.MODERATE);
        summaries.drop(List.of(id.value()));
    }
}
