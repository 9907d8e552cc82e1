package dev.parvi.community;

import dev.parvi.shared.ConversationId;
import dev.parvi.team.Seat;
import dev.parvi.team.Staffing;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells what the inbox has for somebody's day; any member may look. */
@Component
public class Glancing {

    private static final int EACH = 5;

    /** A conversation with so many comments is a discussion, and live when somebody spoke within this time. */
    private static final int TALKED = 5;

    private static final Duration LIVE = Duration.ofHours(3);

    private final Listings listings;
    private final Tallies tallies;
    private final Glances glances;
    private final Notes notes;
    private final OwnAnswers answers;
    private final Staffing staffing;
    private final Clock clock;

    Glancing(
            Listings listings,
            Tallies tallies,
            Glances glances,
            Notes notes,
            OwnAnswers answers,
            Staffing staffing,
            Clock clock) {
        this.listings = listings;
        this.tallies = tallies;
        this.glances = glances;
        this.notes = notes;
        this.answers = answers;
        this.staffing = staffing;
        this.clock = clock;
    }

    @Transactional(readOnly = true)
    public Glance glance(Seat seat) {
        var now = clock.instant();
        var waiting = Sieve.of(Conversation.State.OPEN).onlyWaiting();
        return new Glance(
                tallies.read().waiting(),
                listings.page(waiting, Optional.empty(), EACH),
                glances.overdue(now, Glance.COUNTED),
                among(glances.live(now.minus(LIVE), TALKED, EACH)),
                notes.calling(seat.member(), EACH),
                answers.asked(EACH).stream()
                        .filter(each -> !each.writtenBy().equals(seat.member()))
                        .toList(),
                staffing.colleagues(seat).stream()
                        .collect(Collectors.toMap(
                                each -> each.member().id(),
                                each -> each.member().name())));
    }

    private List<Conversation> among(List<ConversationId> ids) {
        return ids.stream()
                .map(each -> listings.get(each).orElse(null))
                .filter(Objects::nonNull)
                .toList();
    }
}
