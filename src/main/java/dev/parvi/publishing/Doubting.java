package dev.parvi.publishing;

import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Finds;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Doubts everything that isn't settled, once after each restore, before anything is claimed. The fact that a restore left
 * is locked meanwhile: of several nodes that start together one doubts, and the others begin when it has.
 */
@Component
class Doubting {

    private static final Logger LOG = LoggerFactory.getLogger(Doubting.class);

    private final JdbcClient jdbc;
    private final Abandoned abandoned;
    private final Connectors connectors;

    Doubting(JdbcClient jdbc, Abandoned abandoned, Connectors connectors) {
        this.jdbc = jdbc;
        this.abandoned = abandoned;
        this.connectors = connectors;
    }

    /** True where there was a restore that nobody had doubted yet. */
    @Transactional
    public boolean doubt() {
        var restored = jdbc.sql("select value from desk_fact where name = 'restored_at' for update")
                .query(String.class)
                .optional();
        if (restored.isEmpty() || restored.equals(doubted())) {
            return false;
        }
        abandoned.doubtAll(connectors.all().stream()
                .filter(this::unreadable)
                .map(Descriptor::network)
                .toList());
        jdbc.sql("""
                insert into desk_fact (name, value) values ('restored_doubted', :value)
                on conflict (name) do update set value = excluded.value, noted_at = now()
                """).param("value", restored.get()).update();
        LOG.info("Restored {}: each network is read back before anything is sent", restored.get());
        return true;
    }

    private java.util.Optional<String> doubted() {
        return jdbc.sql("select value from desk_fact where name = 'restored_doubted'")
                .query(String.class)
                .optional();
    }

    /** What members post by hand nobody can read back but they. */
    private boolean unreadable(Descriptor network) {
        return network.proof() == Descriptor.Proof.BY_HAND
                || connectors.as(Finds.class, network.network()).isEmpty();
    }
}
