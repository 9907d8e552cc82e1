package dev.parvi.publishing;

import dev.parvi.publishing.Decision.What;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What people decided about the deliveries of the brand whose scope it is. */
@Repository
class Decisions {

    private final JdbcClient jdbc;

    Decisions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(Seat seat, DeliveryId delivery, What what, String detail, Instant now) {
        jdbc.sql("""
                insert into delivery_decision (brand_id, delivery_id, at, member_id, what, detail)
                values (current_brand(), :delivery, :now, :member, :what, :detail)
                """)
                .param("delivery", delivery.value())
                .param("now", Claims.at(now))
                .param("member", seat.member().value())
                .param("what", what.name())
                .param("detail", detail)
                .update();
    }

    List<Decision> of(DeliveryId delivery) {
        return jdbc.sql("""
                select d.at, m.name, d.what, d.detail from delivery_decision d join member m on m.id = d.member_id
                where d.delivery_id = :id order by d.id
                """)
                .param("id", delivery.value())
                .query((row, n) -> new Decision(
                        row.getTimestamp("at").toInstant(),
                        row.getString("name"),
                        What.valueOf(row.getString("what")),
                        row.getString("detail")))
                .list();
    }
}
