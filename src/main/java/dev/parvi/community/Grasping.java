package dev.parvi.community;

import dev.parvi.community.Conversations.Wanted;
import dev.parvi.community.Lessons.Lesson;
import dev.parvi.community.Verdicts.Kept;
import dev.parvi.community.Verdicts.Understood;
import dev.parvi.community.Verdicts.Words;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.CommentId;
import dev.parvi.shared.ConversationId;
import dev.parvi.text.Understanding;
import dev.parvi.text.Verdict;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Understands what was heard, the latest first, and hands on what was found to the conversations. */
@Component
class Grasping {

    private final Waiting waiting;
    private final Comments comments;
    private final Verdicts verdicts;
    private final Conversations conversations;
    private final Lessons lessons;
    private final Changes changes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Grasping(
            Waiting waiting,
            Comments comments,
            Verdicts verdicts,
            Conversations conversations,
            Lessons lessons,
            Changes changes,
            ApplicationEventPublisher events,
            Clock clock) {
        this.waiting = waiting;
        this.comments = comments;
        this.verdicts = verdicts;
        this.conversations = conversations;
        this.lessons = lessons;
        this.changes = changes;
        this.events = events;
        this.clock = clock;
    }

    /**
     * One batch of the brand whose scope it is. Who dies in the middle leaves it to the next, and so does a crash of the machine
     * right afterwards: what was understood and that it waits no more are lost together.
     *
     * @return how many were understood; 0 where none waits that nobody else has in hand
     */
    @Transactional
    public int next() {
        comments.lazily();
        var batch = waiting.take();
        batch.ifPresent(this::grasp);
        return batch.map(List::size).orElse(0);
    }

    /** Understands these, perhaps again: what a moderator corrected, what has new words. Joins the caller's transaction. */
    @Transactional
    public void grasp(Collection<Long> which) {
        comments.plan();
        var brand = Tenant.brand().orElseThrow();
        var lesson = lessons.on(which);
        var understood = verdicts.words(which).stream()
                .map(each -> new Understood(each.id(), each.us(), judged(each, lesson)))
                .toList();
        var again = verdicts.put(understood);
        var ids = understood.stream().map(Understood::comment).toList();
        var touched = new TreeSet<>(verdicts.handOn(ids, Promises.USUAL_MINUTES, clock.instant()));
        if (!again.isEmpty()) {
            conversations.rollUp(
                    again.stream().map(id -> new Wanted(id, 0, false)).toList());
            conversations.rank(again, Promises.USUAL_MINUTES, clock.instant());
            touched.addAll(again);
        }
        events.publishEvent(
                new CommentsUnderstood(brand, ids.stream().map(CommentId::new).toList()));
        changes.changed(touched.stream().map(ConversationId::new).toList());
    }

    /**
     * Looks again at these, since the brand has learned; what would be said otherwise is said anew, the rest stays untouched.
     *
     * @return how many were said anew
     */
    @Transactional
    public int again(Collection<Long> which) {
        var lesson = lessons.on(which);
        var kept = verdicts.kept(which);
        var otherwise = verdicts.words(which).stream()
                .filter(each -> !Kept.of(judged(each, lesson)).equals(kept.get(each.id())))
                .map(Words::id)
                .sorted()
                .toList();
        if (!otherwise.isEmpty()) {
            grasp(otherwise);
        }
        return otherwise.size();
    }

    /** What a moderator said of the very words stands above what was learned. */
    private static Verdict judged(Words words, Lesson lesson) {
        var said = lesson.said().get(words.id());
        return said == null
                ? Understanding.of(words.text(), lesson.learned())
                : Understanding.of(words.text(), said.language(), lesson.learned())
                        .corrected(said);
    }
}
