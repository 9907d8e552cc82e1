package dev.parvi.community;

import dev.parvi.community.Comments.Added;
import dev.parvi.community.Comments.Known;
import dev.parvi.community.Comments.Places;
import dev.parvi.community.Conversations.Wanted;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Reads;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.ConversationId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes in what was heard, in the brand whose scope it is. What was taken in before changes nothing; what changed since keeps
 * both its forms. Call it in the transaction that saves the cursor.
 */
@Component
public class Taking {

    /** What is older when it's first heard (a new account's past) comes in, but nobody is asked to answer it. */
    static final Duration RECENT = Duration.ofDays(30);

    /** What came up this shortly before a reading may not stand in it yet. */
    private static final Duration SETTLES = Duration.ofMinutes(1);

    private final Comments comments;
    private final Conversations conversations;
    private final Profiles profiles;
    private final Waiting waiting;
    private final Changes changes;
    private final Clock clock;

    Taking(
            Comments comments,
            Conversations conversations,
            Profiles profiles,
            Waiting waiting,
            Changes changes,
            Clock clock) {
        this.comments = comments;
        this.conversations = conversations;
        this.profiles = profiles;
        this.waiting = waiting;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * What a batch came to.
     *
     * @param roots the things under which something new was said, and when the newest of it was
     */
    public record Taken(int added, int changed, Map<String, Instant> roots) {}

    /**
     * As {@link #take}, for whoever saves in the same transaction how far it has read: it waits for no disk. What a crash of the
     * machine takes back is read again, since it takes back the cursor as well.
     */
    @Transactional
    public Taken hear(AccountId account, String network, List<Heard> heard) {
        comments.lazily();
        return take(account, network, heard);
    }

    @Transactional
    public Taken take(AccountId account, String network, List<Heard> heard) {
        comments.plan();
        var now = clock.instant();
        var since = now.minus(RECENT);
        var said = said(heard, now);
        // Nearly all of what is new stands where something was said before, by somebody who spoke before: only the
        // others cost more.
        var places = new Places(account, network, Profiles.speakers(said.values()), Map.of(), Map.of());
        var added = new ArrayList<Added>(said.isEmpty() ? List.of() : comments.add(places, said.values(), since, now));
        var rest = new LinkedHashMap<>(said);
        added.forEach(each -> rest.remove(each.key()));
        var known = rest.isEmpty() ? Map.<UUID, Known>of() : comments.known(account, rest.keySet());
        rest.keySet().removeAll(known.keySet());
        if (!rest.isEmpty()) {
            added.addAll(comments.add(placed(places, rest.values(), since, now), rest.values(), since, now));
        }
        var fresh = added.stream().map(each -> said.get(each.key())).toList();
        if (!added.isEmpty()) {
            follow(account, added, fresh, since, now);
        }
        var changed = revise(said, known, now);
        return new Taken(added.size(), changed, newest(fresh));
    }

    private static Map<UUID, Arrived> said(List<Heard> heard, Instant now) {
        var said = new LinkedHashMap<UUID, Arrived>();
        for (var each : heard) {
            if (!(each.speaker().us() && each.id().equals(each.root()))) {
                var arrived = Arrived.of(each, now);
                said.put(arrived.key(), arrived);
            }
        }
        return said;
    }

    /**
     * What was heard under one thing and isn't among all that now stands there; so many as a network is asked for at once, the
     * latest first. Never call it for what was read in part.
     *
     * @param began when the reading began
     * @return the network's names of them by their keys
     */
    @Transactional
    public Map<UUID, String> missing(AccountId account, String root, Collection<Heard> there, Instant began) {
        var keys = there.stream().map(each -> Key.of(each.id())).toList();
        return conversations
                .under(account, Key.of(root))
                .map(talk -> comments.missing(talk, keys, began.minus(SETTLES), Reads.MISSING_MOST))
                .orElse(Map.of());
    }

    /** These are no longer shown there. */
    @Transactional
    public void vanished(AccountId account, Collection<UUID> keys) {
        var touched = comments.vanish(account, keys, clock.instant());
        if (!touched.isEmpty()) {
            anew(touched.stream().map(id -> new Wanted(id, 0, false)).toList());
        }
    }

    /** Begins the conversations that are missing, and takes note of who is new or goes by another name now. */
    private Places placed(Places places, Collection<Arrived> fresh, Instant since, Instant now) {
        var first = new TreeMap<UUID, Arrived>();
        var open = new HashSet<UUID>();
        var speakers = new TreeMap<UUID, Arrived>();
        for (var each : fresh) {
            first.merge(each.rootKey(), each, (one, other) -> one.at().isAfter(other.at()) ? other : one);
            if (attention(each, since)) {
                open.add(each.rootKey());
            }
            if (each.speaker() != null) {
                speakers.put(each.speaker(), places.speakers().getOrDefault(each.speaker(), each));
            }
        }
        return new Places(
                places.account(),
                places.network(),
                places.speakers(),
                conversations.of(places.account(), places.network(), first.values(), open),
                profiles.of(places.network(), speakers.values(), now));
    }

    private void follow(AccountId account, List<Added> added, List<Arrived> fresh, Instant since, Instant now) {
        var ours = fresh.stream().filter(Arrived::us).toList();
        if (!ours.isEmpty()) {
            comments.join(account, ours);
        }
        rollUp(added, fresh, since);
        waiting.add(added.stream().map(Added::id).toList(), now);
        changes.heard(account, added);
    }

    private void rollUp(List<Added> added, List<Arrived> fresh, Instant since) {
        var byKey = new HashMap<UUID, Arrived>();
        fresh.forEach(each -> byKey.put(each.key(), each));
        var wanted = new TreeMap<Long, Wanted>();
        for (var each : added) {
            var arrived = byKey.get(each.key());
            if (!each.rolled() && arrived != null) {
                var wants = attention(arrived, since);
                wanted.merge(
                        each.conversation(),
                        new Wanted(each.conversation(), wants ? 1 : 0, wants),
                        (one, other) -> new Wanted(one.id(), one.fresh() + other.fresh(), one.open() || other.open()));
            }
        }
        if (!wanted.isEmpty()) {
            anew(wanted.values());
        }
        changes.changed(added.stream()
                .map(each -> new ConversationId(each.conversation()))
                .distinct()
                .toList());
    }

    private void anew(Collection<Wanted> wanted) {
        conversations.rollUp(wanted);
        var ids = wanted.stream().map(Wanted::id).toList();
        conversations.rank(ids, Promises.USUAL_MINUTES, clock.instant());
        changes.changed(ids.stream().map(ConversationId::new).toList());
    }

    private static boolean attention(Arrived said, Instant since) {
        return !said.us() && said.active() && said.at().isAfter(since);
    }

    private int revise(Map<UUID, Arrived> said, Map<UUID, Known> known, Instant now) {
        var changed = new TreeMap<Long, Arrived>();
        var reworded = new ArrayList<Long>();
        var talks = new HashMap<Long, Wanted>();
        known.forEach((key, before) -> {
            var after = said.get(key);
            if (after == null || before.erased()) {
                return;
            }
            // A network that deletes tells no words: those we heard stay.
            var words = after.standing() == Standing.DELETED && after.text().isEmpty() ? before.text() : after.text();
            if (!words.equals(before.text())
                    || after.standing() != before.standing()
                    || before.gone()
                    || before.starred(after.stars())) {
                changed.put(before.id(), after.saying(words));
                talks.put(before.conversation(), new Wanted(before.conversation(), 0, false));
            }
            if (!words.equals(before.text())) {
                reworded.add(before.id());
            }
        });
        if (!changed.isEmpty()) {
            comments.revise(changed, now);
            waiting.add(reworded, now);
            anew(talks.values());
        }
        return changed.size();
    }

    private static Map<String, Instant> newest(List<Arrived> fresh) {
        var roots = new HashMap<String, Instant>();
        fresh.forEach(each -> roots.merge(each.root(), each.at(), (one, other) -> one.isAfter(other) ? one : other));
        return roots;
    }
}
