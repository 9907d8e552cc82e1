package dev.parvi.community;

import dev.parvi.tracking.By;
import dev.parvi.tracking.Titles;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What we answered, conversation by conversation, for what its links brought. */
@Component
class AnswerTitles implements Titles {

    private final JdbcClient jdbc;

    AnswerTitles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @Transactional(readOnly = true)
    public Map<String, Title> of(By by, Collection<String> keys) {
        if (by != By.ANSWER) {
            return Map.of();
        }
        var titles = new HashMap<String, Title>();
        jdbc.sql("""
                select distinct on (conversation_id) conversation_id, left(text, 400) from own_answer
                where brand_id = current_brand() and conversation_id = any(:ids) order by conversation_id, id desc
                """)
                .param("ids", keys.stream().map(Long::valueOf).toArray(Long[]::new))
                .query((row, n) ->
                        titles.put(row.getString(1), Title.of(row.getString(2), "/inbox/" + row.getString(1))))
                .list();
        return titles;
    }
}
