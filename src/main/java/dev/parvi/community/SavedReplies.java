package dev.parvi.community;

import dev.parvi.platform.Columns;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Answers that are written once, in the brand whose scope it is. */
@Repository
class SavedReplies {

    private final JdbcClient jdbc;

    SavedReplies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<SavedReply> all() {
        var names = new LinkedHashMap<Long, String>();
        var texts = new LinkedHashMap<Long, Map<String, String>>();
        jdbc.sql("""
                select r.id, r.name, t.language, t.text from saved_reply r
                join saved_reply_text t on t.brand_id = r.brand_id and t.reply_id = r.id
                where r.brand_id = current_brand() order by lower(r.name), r.id, t.language
                """).query(row -> {
            names.put(row.getLong("id"), row.getString("name"));
            texts.computeIfAbsent(row.getLong("id"), id -> new TreeMap<>())
                    .put(row.getString("language"), row.getString("text"));
        });
        return names.entrySet().stream()
                .map(each ->
                        new SavedReply(each.getKey(), each.getValue(), texts.getOrDefault(each.getKey(), Map.of())))
                .toList();
    }

    long add(String name, Instant now) {
        return jdbc.sql("""
                insert into saved_reply (brand_id, name, changed_at) values (current_brand(), :name, :now) returning id
                """)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    /** @return whether there is one of that number */
    boolean rename(long id, String name, Instant now) {
        return jdbc.sql(
                                "update saved_reply set name = :name, changed_at = :now where brand_id = current_brand() and id = :id")
                        .param("name", name)
                        .param("now", now.atOffset(ZoneOffset.UTC))
                        .param("id", id)
                        .update()
                == 1;
    }

    void put(long id, Map<String, String> texts) {
        jdbc.sql("delete from saved_reply_text where brand_id = current_brand() and reply_id = :id")
                .param("id", id)
                .update();
        Columns.of(jdbc.sql("""
                        insert into saved_reply_text (brand_id, reply_id, language, text)
                        select current_brand(), :id, s.language, s.text from unnest(:languages::text[], :texts::text[]) s (language, text)
                        """).param("id", id), texts.entrySet())
                .text("languages", Map.Entry::getKey)
                .text("texts", Map.Entry::getValue)
                .done()
                .update();
    }

    void drop(long id) {
        jdbc.sql("delete from saved_reply where brand_id = current_brand() and id = :id")
                .param("id", id)
                .update();
    }
}
