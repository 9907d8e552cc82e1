package dev.parvi.community;

import dev.parvi.connector.Reads.Figure;
import dev.parvi.shared.ConversationId;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What stands at the head of conversations, in the brand whose scope it is. */
@Repository
class Heads {

    private static final TypeReference<Map<String, Long>> FIGURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Heads(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    Optional<Head> of(ConversationId id) {
        return jdbc.sql("""
                select head_text, head_address, head_at, head_gone_at, figures, figures_at from conversation
                where brand_id = current_brand() and id = :id
                """)
                .param("id", id.value())
                .query((row, n) -> new Head(
                        row.getString("head_text"),
                        Utterances.web(row.getString("head_address")),
                        Listings.instant(row.getTimestamp("head_at")),
                        Listings.instant(row.getTimestamp("head_gone_at")),
                        figures(row.getString("figures")),
                        Listings.instant(row.getTimestamp("figures_at"))))
                .optional();
    }

    /** Somebody has opened it: what came in is read. */
    void read(ConversationId id) {
        jdbc.sql("update conversation set unread = 0 where brand_id = current_brand() and id = :id and unread > 0")
                .param("id", id.value())
                .update();
    }

    private Map<Figure, Long> figures(String kept) {
        var read = json.readValue(kept, FIGURES);
        var figures = new EnumMap<Figure, Long>(Figure.class);
        for (var each : Figure.values()) {
            var n = read.get(each.name());
            if (n != null) {
                figures.put(each, n);
            }
        }
        return figures;
    }
}
