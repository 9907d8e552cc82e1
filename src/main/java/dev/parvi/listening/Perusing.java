package dev.parvi.listening;

import dev.parvi.shared.ItemId;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Shows what an item says, without leaving the desk. Any member may look. */
@Component
public class Perusing {

    private final Items items;
    private final Sources sources;
    private final FoundPosts found;
    private final JdbcClient jdbc;

    Perusing(Items items, Sources sources, FoundPosts found, JdbcClient jdbc) {
        this.items = items;
        this.sources = sources;
        this.found = found;
        this.jdbc = jdbc;
    }

    /** Empty where there is no such item in this brand. */
    @Transactional(readOnly = true)
    public Optional<Perusal> read(Seat seat, ItemId id) {
        return items.of(List.of(id)).stream()
                .findFirst()
                .map(item -> new Perusal(
                        item,
                        sources.of(item.source()).map(Source::name).orElse(""),
                        body(id),
                        found.of(id).isPresent()));
    }

    private String body(ItemId id) {
        return jdbc.sql("select coalesce(markup, '') from item where brand_id = current_brand() and id = :id")
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(Markup::safe)
                .orElse("");
    }
}
