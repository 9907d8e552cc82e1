package dev.parvi.community;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Seat;
import java.util.Objects;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Does what the desk does once a minute, for tests of pages. */
@TestComponent
public class GoneOver {

    @Autowired
    Weighing weighing;

    @Autowired
    Recognising recognising;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    public void go(Seat seat) {
        Tenant.run(seat.brand(), () -> {
            weighing.weigh();
            recognising.learn();
        });
    }

    /** Names that are good to look at in a picture. */
    public void dress(Seat seat) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> {
                    jdbc.sql("update account set name = 'Kallio Roastery'").update();
                    jdbc.sql("update brand set name = 'Kallio Roastery' where id = current_brand()")
                            .update();
                }));
    }

    /** What the network calls something that went out. */
    public String root(Seat seat, DeliveryId delivery) {
        return Objects.requireNonNull(Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select sent_id from delivery where id = :id")
                        .param("id", delivery.value())
                        .query(String.class)
                        .single())));
    }
}
