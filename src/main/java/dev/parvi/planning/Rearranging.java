package dev.parvi.planning;

import dev.parvi.shared.PostId;
import dev.parvi.shared.VersionId;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
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

    /**
     * Which entries were changed, and which stay as they are, with the reason.
     *
     * @param moves from when to when, of those that were moved; empty for other changes
     */
    public record Result(List<List<VersionId>> done, List<Kept> kept, List<Move> moves) {

        public Result(List<List<VersionId>> done, List<Kept> kept) {
            this(done, kept, List.of());
        }
    }

    /**
     * @param was when it would have gone out
     * @param now what its new time came to, which may be another than was asked for
     */
    public record Move(List<VersionId> entry, Instant was, WallTime.Reading now) {}

    /** Where an entry is to be put: a time on the wall of the brand's zone, and which of two where it comes twice. */
    public record Put(List<VersionId> entry, LocalDateTime at, WallTime.Choice choice) {}

    /**
     * @param name how the post begins
     * @param key the message that says why
     */
    public record Kept(String name, String key, Object[] values) {}

    /** Moves entries by days and hours. */
    public Result shift(Seat seat, List<List<VersionId>> entries, long days, long hours) {
        return moved(seat, entries, versions -> scheduling.shift(seat, versions, days, hours));
    }

    /** Puts entries at times of the day, each at its own. */
    public Result put(Seat seat, List<Put> puts) {
        var at = puts.stream().collect(Collectors.toMap(Put::entry, put -> put, (one, other) -> other));
        return moved(seat, List.copyOf(at.keySet()), versions -> {
            var put = Objects.requireNonNull(at.get(versions));
            return scheduling.move(seat, versions, put.at(), put.choice());
        });
    }

    /** Moves entries to a day; each keeps its time. */
    public Result toDay(Seat seat, List<List<VersionId>> entries, LocalDate day) {
        return moved(seat, entries, versions -> scheduling.toDay(seat, versions, day));
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

    private Result moved(
            Seat seat, List<List<VersionId>> entries, Function<List<VersionId>, List<Scheduling.Scheduled>> change) {
        var moves = new ArrayList<Move>();
        var result = each(seat, entries, versions -> {
            var was = plans.locked(versions).stream()
                    .filter(Plan::planned)
                    .findFirst()
                    .orElseThrow(() -> new CannotPlan("planning.cannot.gone"));
            var now = change.apply(versions).getFirst().reading();
            moves.add(new Move(versions, was.must().instant(), now));
        });
        return new Result(result.done(), result.kept(), moves);
    }

    private Result each(Seat seat, List<List<VersionId>> entries, Consumer<List<VersionId>> change) {
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
