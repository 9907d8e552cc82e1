package dev.parvi.publishing;

import dev.parvi.connector.Message;
import dev.parvi.shared.DeliveryId;
import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Deliveries of the brand whose scope it is that answer somebody, as long as they may be changed. */
@Repository
class Answers {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Answers(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param open whether nothing of it can be at the network, so that it may be changed */
    record Standing(DeliveryState state, boolean open) {}

    DeliveryId add(Answer answer, String network, Instant now) {
        return jdbc.sql("""
                insert into delivery (brand_id, account_id, network, state, due_at, next_at, planned_by, planned_on, content, answered)
                values (current_brand(), :account, :network, 'DUE', :at, :at, :by, :now, :content::jsonb, :answered::jsonb)
                returning id
                """)
                .param("account", answer.account().value())
                .param("network", network)
                .param("at", Claims.at(answer.at()))
                .param("by", answer.by().value())
                .param("now", Claims.at(now))
                .param("content", json.writeValueAsString(answer.message()))
                .param("answered", json.writeValueAsString(answer.answered()))
                .query((row, n) -> new DeliveryId(row.getLong(1)))
                .single();
    }

    /** Holds it until the transaction ends: a claim leaves it alone meanwhile, and one that was quicker is seen. */
    Optional<Standing> held(DeliveryId id) {
        return jdbc.sql("""
                select state, not look_first and (state in ('FAILED', 'LATE') or state = 'DUE' and made_at is null) as open
                from delivery where id = :id and answered is not null for update
                """)
                .param("id", id.value())
                .query((row, n) -> new Standing(DeliveryState.valueOf(row.getString("state")), row.getBoolean("open")))
                .optional();
    }

    void change(DeliveryId id, Message message, Instant at) {
        jdbc.sql("""
                update delivery set content = :content::jsonb, due_at = :at, next_at = :at, state = 'DUE', made_at = null,
                    released_at = null, fault_code = null, fault_detail = null
                where id = :id
                """)
                .param("id", id.value())
                .param("content", json.writeValueAsString(message))
                .param("at", Claims.at(at))
                .update();
    }

    void withdraw(DeliveryId id) {
        jdbc.sql("delete from delivery where id = :id").param("id", id.value()).update();
    }
}
