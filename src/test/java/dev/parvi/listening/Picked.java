package dev.parvi.listening;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.shared.TopicId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand with one source, in which something is said, and topics that pick it. */
@DeskTest
abstract class Picked {

    @Autowired
    Given given;

    @Autowired
    Following following;

    @Autowired
    Collecting collecting;

    @Autowired
    Choosing choosing;

    @Autowired
    Matching matching;

    @Autowired
    HandClock clock;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    SourceId source;

    @BeforeEach
    void a_source() {
        seat = given.brand();
        source = in(() -> following.add(seat, NewSource.feed("https://yle.fi/feed", "Yle Uutiset", List.of())))
                .id();
    }

    <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    void said(String key, String title) {
        collecting.take(
                seat.brand(),
                source,
                List.of(new Fresh(key, "https://yle.fi/" + key, title, "", null, "", "fi", "", clock.instant())));
    }

    TopicId topic(String query) {
        var kept = Tenant.in(seat.brand(), () -> choosing.add(seat, "A topic", query));
        return ((Choosing.Kept.Done) kept).id();
    }
}
