package dev.parvi.publishing;

import dev.parvi.account.Account;
import dev.parvi.connector.Message;
import dev.parvi.connector.Sent;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Instant;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Hands in answers for tests of the ledger. */
@TestComponent
public class Handed {

    public static final Sent SAID =
            new Sent("said-1", URI.create("https://test.example/said-1"), Map.of("cid", "the cid"));

    @Autowired
    HandingIn handingIn;

    @Autowired
    Planned planned;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    public DeliveryId in(Seat seat, Account account, Instant at, String text) {
        return planned.in(
                seat,
                () -> handingIn.answer(seat, new Answer(seat.member(), account.id(), SAID, Message.of(text), at)));
    }

    public void edit(Seat seat, DeliveryId answer, String text, Instant at) {
        planned.in(seat, () -> {
            handingIn.edit(seat, answer, Message.of(text), at);
            return answer;
        });
    }

    public void withdraw(Seat seat, DeliveryId answer) {
        planned.in(seat, () -> {
            handingIn.withdraw(seat, answer);
            return answer;
        });
    }

    /** As if the process that claimed it had been killed. */
    void orphan(DeliveryId answer) {
        worker.sql("update delivery set leased_by = 1 where id = :id and state = 'CLAIMED'")
                .param("id", answer.value())
                .update();
    }

    public DeliveryState state(Seat seat, DeliveryId answer) {
        return planned.in(
                seat,
                () -> handingIn.standing(java.util.List.of(answer)).get(answer).state());
    }
}
