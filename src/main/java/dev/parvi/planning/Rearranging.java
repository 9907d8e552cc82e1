package dev.parvi.planning;

import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.function.Consumer;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Changes several entries of the calendar at once. Each is changed wholly or not at all and on its own, so that one that is
 * under way doesn't hold back the others.
 */
@Component
public class Rearranging {

    private final Scheduling scheduling;
    private final Composing composing;
    private final Plans plans;
    private final Posts posts;
    private final Audit audit;
    private final TransactionTemplate transaction;

    Rearranging(
            Scheduling scheduling,
            Composing composing,
            Plans plans,
            Posts posts,
            Audit audit,
            TransactionTemplate transaction) {
        this.scheduling = scheduling;
        this.composing = composing;
        this.plans = plans;
        this.posts = posts;
        this.audit = audit;
        this.transaction = transaction;
    }

    /** Which entries were changed, and which stay as they are, with the reason. */
    public record Result(List<List<VersionId>> done, List<Kept> kept) {}

    /**
     * @param name how the post begins
     * @param key the message that says why
     */
    public record Kept(String name, String key, Object[] values) {}

    /** Moves entries by days and hours. */
    public Result shift(Seat seat, List<List<VersionId>> entries, long days, long hours) {
        return each(seat, entries, versions -> scheduling.shift(seat, versions, days, hours));
    }

    /** Moves entries to a day; each keeps its time. */
    public Result toDay(Seat seat, List<List<VersionId>> entries, LocalDate day) {
        return each(seat, entries, versions -> scheduling.toDay(seat, versions, day));
    }

    /** Deletes the posts of entries, with all their versions. */
    public Result delete(Seat seat, List<List<VersionId>> entries) {
        return each(seat, entries, versions -> of(versions).forEach(post -> drop(seat, post)));
    }

    /** Gives the posts of entries tags more. */
    public Result tag(Seat seat, List<List<VersionId>> entries, String tags) {
        var more = Tags.of(tags);
        if (more.isEmpty()) {
            throw new CannotPlan("planning.bulk.notag");
        }
        return each(seat, entries, versions -> of(versions).forEach(post -> tag(seat, post, more)));
    }

    private Result each(Seat seat, List<List<VersionId>> entries, Consumer<Collection<VersionId>> change) {
        seat.needs(Right.WRITE);
        var done = new ArrayList<List<VersionId>>();
        var kept = new ArrayList<Kept>();
        for (var entry : entries) {
            try {
                transaction.executeWithoutResult(status -> change.accept(entry));
                done.add(entry);
            } catch (CannotPlan e) {
                kept.add(new Kept(name(entry), e.key(), e.values()));
            } catch (AlreadyUnderWay e) {
                kept.add(new Kept(name(entry), "planning.cannot.underway", new Object[0]));
            }
        }
        return new Result(done, kept);
    }

    private void drop(Seat seat, PostId post) {
        var all = plans.locked(post);
        if (all.stream().anyMatch(Plan::sealed)) {
            throw new AlreadyUnderWay();
        }
        audit.note(seat, "planning.deleted", plans.name(post), "");
        scheduling.unplan(seat, post);
        posts.delete(post);
    }

    private void tag(Seat seat, PostId post, List<String> more) {
        var draft = composing.get(post).draft();
        var tags = new LinkedHashSet<>(draft.tags());
        tags.addAll(more);
        composing.save(
                seat,
                post,
                new Draft(
                        draft.words(),
                        draft.quote(),
                        List.copyOf(tags),
                        draft.language(),
                        draft.pillar(),
                        draft.pictures(),
                        draft.versions(),
                        draft.revision(),
                        ""));
    }

    private List<PostId> of(Collection<VersionId> versions) {
        return plans.locked(versions).stream().map(Plan::post).distinct().toList();
    }

    private String name(Collection<VersionId> versions) {
        var name = transaction.execute(
                status -> of(versions).stream().map(plans::name).findFirst().orElse(""));
        return name == null ? "" : name;
    }
}
