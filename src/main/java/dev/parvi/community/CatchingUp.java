package dev.parvi.community;

import dev.parvi.community.Glances.Spoken;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Tells who spoke to us while nobody was there; any member may look. */
@Component
public class CatchingUp {

    private final Glances glances;
    private final Listings listings;

    CatchingUp(Glances glances, Listings listings) {
        this.glances = glances;
        this.listings = listings;
    }

    /**
     * @param spoken conversations in which somebody spoke, at most 200 of each urgency
     * @param named of these, where somebody named or quoted us
     * @param first of them, those that name us before the others
     */
    public record Missed(int spoken, int named, List<Conversation> first) {}

    /** Of what is open. @param most of {@link Missed#first} */
    @Transactional(readOnly = true)
    public Missed since(Seat seat, Instant since, int most) {
        var all = glances.spoken(since);
        var first = all.stream()
                .map(Spoken::id)
                .limit(most)
                .flatMap(id -> Stream.ofNullable(listings.get(id).orElse(null)))
                .toList();
        return new Missed(all.size(), (int) all.stream().filter(Spoken::named).count(), first);
    }
}
