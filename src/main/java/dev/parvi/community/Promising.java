package dev.parvi.community;

import dev.parvi.account.Connecting;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import dev.parvi.text.Mark;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How the brand works in its inbox: within which time it answers, and whether a second person looks. */
@Component
public class Promising {

    /** Minutes; four weeks. */
    public static final int LONGEST = 4 * 7 * 24 * 60;

    private static final int AT_ONCE = 5_000;

    private final PromisedTimes times;
    private final InboxSettings settings;
    private final Conversations conversations;
    private final Connecting connecting;
    private final Audit audit;
    private final Clock clock;

    Promising(
            PromisedTimes times,
            InboxSettings settings,
            Conversations conversations,
            Connecting connecting,
            Audit audit,
            Clock clock) {
        this.times = times;
        this.settings = settings;
        this.conversations = conversations;
        this.connecting = connecting;
        this.audit = audit;
        this.clock = clock;
    }

    /** Minutes that hold where nothing is promised. */
    public int usual() {
        return Promises.USUAL_MINUTES;
    }

    @Transactional(readOnly = true)
    public List<Promise> all() {
        return times.all();
    }

    /** Within which time somebody is answered there, by the most exact promise for what has this mark. */
    @Transactional(readOnly = true)
    public Duration within(AccountId account, Mark mark) {
        return times.all().stream()
                .filter(each -> each.account().map(account::equals).orElse(true)
                        && each.mark().map(mark::equals).orElse(true))
                .min(Comparator.<Promise, Boolean>comparing(
                                each -> each.account().isEmpty())
                        .thenComparing(each -> each.mark().isEmpty()))
                .map(each -> Duration.ofMinutes(each.minutes()))
                .orElse(Duration.ofMinutes(Promises.USUAL_MINUTES));
    }

    @Transactional(readOnly = true)
    public boolean secondPerson() {
        return settings.secondPerson();
    }

    @Transactional
    public void secondPerson(Seat seat, boolean needed) {
        seat.needs(Right.MANAGE);
        settings.secondPerson(needed);
        audit.note(seat, "community.second", Boolean.toString(needed), "");
    }

    /**
     * Promises a time; who waits already is promised it too.
     *
     * @param account null for all
     * @param mark null for any
     * @return false for a time that isn't 1 to {@link #LONGEST} minutes
     */
    @Transactional
    public boolean promise(Seat seat, @Nullable AccountId account, @Nullable Mark mark, int minutes) {
        seat.needs(Right.MANAGE);
        var known = account == null || connecting.get(account).isPresent();
        if (minutes < 1 || minutes > LONGEST || !known) {
            return false;
        }
        times.put(account, mark, minutes);
        anew();
        return true;
    }

    @Transactional
    public void drop(Seat seat, long promise) {
        seat.needs(Right.MANAGE);
        times.drop(promise);
        anew();
    }

    private void anew() {
        var after = 0L;
        var ids = times.waiting(after, AT_ONCE);
        while (!ids.isEmpty()) {
            conversations.rank(ids, Promises.USUAL_MINUTES, clock.instant());
            after = ids.getLast();
            ids = times.waiting(after, AT_ONCE);
        }
    }
}
