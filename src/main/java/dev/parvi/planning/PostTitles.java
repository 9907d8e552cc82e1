package dev.parvi.planning;

import dev.parvi.tracking.By;
import dev.parvi.tracking.Titles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What posts and pillars are called, for what links brought. */
@Component
class PostTitles implements Titles {

    private final JdbcClient jdbc;

    PostTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Title> of(By by, Collection<String> keys) {
        return switch (by) {
            case POST -> titles("""
                        select id, left(coalesce(nullif(title, ''), nullif(text, ''), '…'), 400) from post
                        where brand_id = current_brand() and id = any(:ids)
                        """, "/posts/", keys);
            case PILLAR ->
                titles("select id, name from pillar where brand_id = current_brand() and id = any(:ids)", "", keys);
            default -> Map.of();
        };
    }

    private Map<String, Title> titles(String sql, String path, Collection<String> keys) {
        var titles = new HashMap<String, Title>();
        jdbc.sql(sql)
                .param("ids", keys.stream().map(Long::valueOf).toArray(Long[]::new))
                .query((row, n) -> titles.put(
                        row.getString(1),
                        Title.of(row.getString(2), path.isEmpty() ? "/pillars" : path + row.getString(1))))
                .list();
        return titles;
    }
}
