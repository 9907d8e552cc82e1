package dev.parvi.community;

import dev.parvi.community.CaseList.Entry;
import dev.parvi.community.Conflict.State;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import dev.parvi.text.Mark;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows the brand's cases, each with all that belongs to it; any member may look. */
@Component
public class Overseeing {

    private static final int LISTED = 100;
    private static final int EACH = 5;

    private final Conflicts conflicts;
    private final ConflictPeople people;
    private final ConflictFacts facts;
    private final Listings listings;
    private final HandingOff handingOff;
    private final Promising promising;
    private final Staffing staffing;
    private final Clock clock;

    Overseeing(
            Conflicts conflicts,
            ConflictPeople people,
            ConflictFacts facts,
            Listings listings,
            HandingOff handingOff,
            Promising promising,
            Staffing staffing,
            Clock clock) {
        this.conflicts = conflicts;
        this.people = people;
        this.facts = facts;
        this.listings = listings;
        this.handingOff = handingOff;
        this.promising = promising;
        this.staffing = staffing;
        this.clock = clock;
    }

    /** @throws NoSuchConversation where there is none */
    @Transactional(readOnly = true)
    public CaseFile file(Seat seat, long id) {
        var conflict = conflicts.get(id).orElseThrow(() -> new NoSuchConversation("case " + id));
        var conversation = listings.get(conflict.conversation())
                .orElseThrow(() -> new NoSuchConversation("conversation " + conflict.conversation()));
        var in = people.of(id);
        var others = people.speakers(conflict.conversation()).stream()
                .filter(each -> in.stream().noneMatch(one -> same(one, each)))
                .toList();
        Map<MemberId, String> names = staffing.colleagues(seat).stream()
                .collect(Collectors.toMap(
                        each -> each.member().id(), each -> each.member().name()));
        var now = clock.instant();
        return new CaseFile(
                conflict,
                conversation,
                in,
                others,
                facts.of(id),
                handingOff.of(
                        seat,
                        new HandOff.Subject("conversation", conversation.id().value())),
                names,
                now.plus(promising.within(conversation.account(), Mark.COMPLAINT)),
                now);
    }

    private static boolean same(Involved one, Involved other) {
        return one.profile() == 0
                ? other.profile() == 0 && one.name().equals(other.name())
                : one.profile() == other.profile();
    }

    @Transactional(readOnly = true)
    public CaseList all(Seat seat) {
        var closed = conflicts.in(State.CLOSED, LISTED).stream()
                .filter(each -> each.lookBack() == null || !each.lookBack().fresh())
                .toList();
        return listed(LISTED, closed, reputation());
    }

    /** The first few of what asks for somebody today, without what has ended. */
    @Transactional(readOnly = true)
    public CaseList glance(Seat seat) {
        return listed(EACH, List.of(), Reputation.of(List.of(), 0, 0));
    }

    private CaseList listed(int most, List<Conflict> closed, Reputation reputation) {
        var proposed = conflicts.in(State.PROPOSED, most);
        var open = conflicts.in(State.OPEN, most);
        var fresh = conflicts.unseen(most);
        var all = Stream.of(proposed, open, fresh, closed).flatMap(List::stream).toList();
        var counts = people.count(all.stream().map(Conflict::id).toList());
        var talks =
                listings.all(all.stream().map(Conflict::conversation).distinct().toList());
        return new CaseList(
                entries(proposed, counts, talks),
                entries(open, counts, talks),
                entries(fresh, counts, talks),
                entries(closed, counts, talks),
                reputation,
                clock.instant());
    }

    private Reputation reputation() {
        var since = clock.instant().minus(Reputation.WITHIN);
        var returned = people.returned(since);
        return Reputation.of(conflicts.ended(since), returned.well(), returned.known());
    }

    private static List<Entry> entries(
            List<Conflict> some, Map<Long, Integer> counts, Map<ConversationId, Conversation> talks) {
        return some.stream()
                .flatMap(each -> Optional.ofNullable(talks.get(each.conversation())).stream()
                        .map(talk -> new Entry(each, talk, counts.getOrDefault(each.id(), 0))))
                .toList();
    }
}
