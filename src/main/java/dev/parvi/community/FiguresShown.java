package dev.parvi.community;

import dev.parvi.connector.Reads.Figure;
import dev.parvi.shared.DeliveryId;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The numbers that networks show beside a post, as they stood when its talk was read last. */
@Component
class FiguresShown implements Figures {

    private final JdbcClient jdbc;

    FiguresShown(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<DeliveryId, Map<Figure, Long>> of(Collection<DeliveryId> deliveries) {
        var found = new HashMap<DeliveryId, Map<Figure, Long>>();
        jdbc.sql("""
                select t.delivery_id, f.key, f.value::bigint from talk t cross join lateral jsonb_each_text(t.figures) f
                where t.brand_id = current_brand() and t.delivery_id = any(:ids)
                """)
                .param("ids", deliveries.stream().map(DeliveryId::value).toArray(Long[]::new))
                .query(row -> {
                    found.computeIfAbsent(new DeliveryId(row.getLong(1)), id -> new EnumMap<>(Figure.class))
                            .put(Figure.valueOf(row.getString(2)), row.getLong(3));
                });
        return found;
    }
}
