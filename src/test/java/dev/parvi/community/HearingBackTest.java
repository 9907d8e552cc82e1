package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Fault;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Planned;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestNetwork;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DeskTest
@RecordApplicationEvents
@Import({Talked.class, Planned.class})
class HearingBackTest {

    @Autowired
    Given given;

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    Answering answering;

    @Autowired
    ApplicationEvents events;

    @Autowired
    HandClock clock;

    @Test
    void an_answer_that_stops_is_told_to_whoever_has_its_conversation_open() {
        var seat = given.brand();
        var account = given.account(seat);
        var at = clock.instant().minus(Duration.ofMinutes(5));
        var word = talked.says(seat, account, "Anna", "p1", null, "When do you open?", at);
        TestNetwork.of(account.place()).answers(new PublishOutcome.Rejected(new Fault("server", "no")));
        Tenant.run(
                seat.brand(),
                () -> answering.answer(seat, word.conversation(), word.comment(), "At nine.", UUID.randomUUID()));
        events.clear();
        planned.turn();
        assertThat(events.stream(ConversationsChanged.class)
                        .filter(each -> each.brand().equals(seat.brand())))
                .singleElement()
                .satisfies(each -> assertThat(each.conversations()).containsExactly(word.conversation()));
    }
}
