package dev.parvi.planning;

import dev.parvi.shared.PillarId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be chosen on a post besides its accounts. */
@Component
public class Choices {

    private final JdbcClient jdbc;

    Choices(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true)
    public List<PillarChoice> pillars() {
        return jdbc.sql("select id, name from pillar order by position, id")
                .query((row, n) -> new PillarChoice(new PillarId(row.getLong("id")), row.getString("name")))
                .list();
    }
}
