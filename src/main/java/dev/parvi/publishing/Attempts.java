package dev.parvi.publishing;

import dev.parvi.shared.DeliveryId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The tries at a delivery, in the brand whose scope it is. */
@Repository
class Attempts {

    private final JdbcClient jdbc;

    Attempts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Attempt> of(DeliveryId delivery) {
        return jdbc.sql("select * from attempt where delivery_id = :id order by number")
                .param("id", delivery.value())
                .query((row, n) -> new Attempt(
                        row.getInt("number"),
                        row.getTimestamp("claimed_at").toInstant(),
                        DeliveryRows.instant(row, "begun_at"),
                        DeliveryRows.instant(row, "ended_at"),
                        DeliveryRows.word(row, "looked"),
                        DeliveryRows.word(row, "outcome"),
                        DeliveryRows.word(row, "fault_code"),
                        DeliveryRows.word(row, "fault_detail")))
                .list();
    }
}
