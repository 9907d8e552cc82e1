package dev.parvi.community;

import dev.parvi.community.Corrections.Change;
import dev.parvi.community.LessonBook.Drawn;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.text.Correction;
import dev.parvi.text.Language;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Moderators say what an utterance is where it was understood wrong. That holds of it at once, and of what is like it as soon as it's
 * learned, within a minute.
 */
@Component
public class Correcting {

    /** Rows of the book on one page. */
    static final int PAGE = 50;

    /** Utterances that are drawn at a time. */
    static final int DRAWN = 5;

    /** How far back "lately" reaches. */
    public static final Duration LATELY = Duration.ofDays(30);

    private final Corrections corrections;
    private final LearnedModels models;
    private final Utterances utterances;
    private final Grasping grasping;
    private final Staffing staffing;
    private final Clock clock;

    Correcting(
            Corrections corrections,
            LearnedModels models,
            Utterances utterances,
            Grasping grasping,
            Staffing staffing,
            Clock clock) {
        this.corrections = corrections;
        this.models = models;
        this.utterances = utterances;
        this.grasping = grasping;
        this.staffing = staffing;
        this.clock = clock;
    }

    /**
     * What a moderator says that an utterance is.
     *
     * @param mood null where they can't tell
     * @param marks all that are there
     * @param language null where they didn't say
     */
    public record Stated(
            @Nullable Mood mood, Set<Mark> marks, @Nullable Language language) {}

    /**
     * What was taught with one click.
     *
     * @param act by which it's undone
     * @param n how many utterances are judged otherwise from now on
     */
    public record Taught(UUID act, int n) {}

    /**
     * An utterance as it was understood.
     *
     * @throws NoSuchConversation where it isn't in there, is ours, was erased or isn't understood yet
     */
    @Transactional(readOnly = true)
    public Said look(Seat seat, ConversationId id, CommentId comment) {
        seat.needs(Right.MODERATE);
        return understood(id, comment);
    }

    /**
     * Keeps what differs from what was understood. Of an utterance that was drawn it's kept as well that it was right.
     *
     * @throws NoSuchConversation as {@link #look}
     */
    @Transactional
    public Taught correct(Seat seat, ConversationId id, CommentId comment, Stated stated, boolean drawn) {
        seat.needs(Right.MODERATE);
        var said = understood(id, comment);
        var right = difference(said, stated);
        if (right.language() == null && right.mood() == null && right.marks().isEmpty()) {
            return fine(seat, drawn ? List.of(new Change(comment, right)) : List.of());
        }
        return teach(seat, List.of(new Change(comment, right)), drawn);
    }

    /** Says of the newest utterance in each conversation that it is, or isn't, something. What is known already is left out. */
    @Transactional
    public Taught mark(Seat seat, List<ConversationId> ids, Mark mark, boolean there) {
        seat.needs(Right.MODERATE);
        var said = utterances.said(corrections.newest(ids));
        return teach(
                seat,
                said.values().stream()
                        .filter(each -> Objects.requireNonNull(each.understood())
                                        .marks()
                                        .contains(mark)
                                != there)
                        .map(each -> new Change(each.id(), Correction.of(each.text(), mark, there)))
                        .toList(),
                false);
    }

    /** @return how many utterances are judged without it; 0 where it was undone before */
    @Transactional
    public int undo(Seat seat, UUID act) {
        seat.needs(Right.MODERATE);
        var undone = corrections.undo(act, seat.member(), clock.instant());
        anew(undone);
        return undone.size();
    }

    /** @param before the number of the last one seen; {@link Long#MAX_VALUE} to begin */
    @Transactional(readOnly = true)
    public LessonBook book(Seat seat, long before) {
        seat.needs(Right.MODERATE);
        var now = clock.instant();
        var judged = corrections.page(before, PAGE + 1);
        var shown = judged.subList(0, Math.min(PAGE, judged.size()));
        var standing = models.standing();
        var seed = LocalDate.ofInstant(now, ZoneOffset.UTC).toString();
        return new LessonBook(
                shown,
                judged.size() > PAGE ? shown.getLast().id() : null,
                corrections.rightness(now.minus(LATELY), Rightness.MOST_HEARD),
                drawn(corrections.draw(now.minus(LATELY), seed, DRAWN)),
                standing.map(LearnedModels.Standing::corrections).orElse(0),
                standing.map(LearnedModels.Standing::madeAt).orElse(null),
                standing.map(each -> each.wanted() > each.version()).orElse(false),
                staffing.colleagues(seat).stream()
                        .collect(Collectors.toMap(
                                each -> each.member().id(),
                                each -> each.member().name())));
    }

    private List<Drawn> drawn(List<Long> ids) {
        var said = utterances.said(ids);
        var where = utterances.conversations(ids);
        return ids.stream()
                .map(id -> new Drawn(Objects.requireNonNull(said.get(id)), where.getOrDefault(id, 0L)))
                .toList();
    }

    private Said understood(ConversationId id, CommentId comment) {
        return Optional.ofNullable(utterances.said(List.of(comment.value())).get(comment.value()))
                .filter(each -> each.understood() != null && !each.erased())
                .filter(each ->
                        utterances.conversations(List.of(comment.value())).containsValue(id.value()))
                .orElseThrow(() -> new NoSuchConversation("comment " + comment));
    }

    private static Correction difference(Said said, Stated stated) {
        var found = Objects.requireNonNull(said.understood());
        var marks = new HashMap<Mark, Boolean>();
        for (var mark : Mark.values()) {
            if (found.marks().contains(mark) != stated.marks().contains(mark)) {
                marks.put(mark, stated.marks().contains(mark));
            }
        }
        var language = stated.language();
        var mood = stated.mood();
        return new Correction(
                said.text(),
                language == null || language.code().equals(found.language()) ? null : language,
                mood == null || mood == Mood.UNSURE || mood == found.mood() ? null : mood,
                marks);
    }

    /** It was right: that counts for the figure, and there's nothing to learn. */
    private Taught fine(Seat seat, List<Change> judged) {
        var act = UUID.randomUUID();
        corrections.add(act, judged, true, seat.member(), clock.instant());
        return new Taught(act, 0);
    }

    private Taught teach(Seat seat, List<Change> changes, boolean drawn) {
        var act = UUID.randomUUID();
        if (!changes.isEmpty()) {
            corrections.add(act, changes, drawn, seat.member(), clock.instant());
            anew(changes.stream().map(each -> each.comment().value()).toList());
        }
        return new Taught(act, changes.size());
    }

    private void anew(List<Long> comments) {
        if (!comments.isEmpty()) {
            models.want(clock.instant().plus(Learning.PAUSE));
            grasping.grasp(comments);
        }
    }
}
