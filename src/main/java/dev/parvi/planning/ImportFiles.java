package dev.parvi.planning;

import dev.parvi.platform.Media;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Files that were shown and wait for a yes: what is taken in is just what was shown. */
@Repository
class ImportFiles {

    private static final TypeReference<Map<String, Media>> PICTURES = new TypeReference<>() {};

    private final JdbcClient jdbc;
    private final JsonMapper json;

    ImportFiles(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** @param pictures those that could be had, by their addresses */
    record Waiting(String content, Map<String, Media> pictures) {}

    long add(String content, Map<String, Media> pictures, MemberId by, Instant now) {
        return jdbc.sql("""
                insert into import_file (brand_id, content, pictures, member_id, made_at)
                values (current_brand(), :content, cast(:pictures as jsonb), :by, :now) returning id
                """)
                .param("content", content)
                .param("pictures", json.writeValueAsString(pictures))
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Takes it out: it's taken in once. */
    Optional<Waiting> take(long id, MemberId by) {
        return jdbc.sql("delete from import_file where id = :id and member_id = :by returning content, pictures")
                .param("id", id)
                .param("by", by.value())
                .query((row, n) -> new Waiting(row.getString(1), json.readValue(row.getString(2), PICTURES)))
                .optional();
    }

    void dropBefore(Instant time) {
        jdbc.sql("delete from import_file where made_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
