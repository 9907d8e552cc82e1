package dev.parvi.planning;

import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Files that were shown and wait for a yes: what is taken in is just what was shown. */
@Repository
class ImportFiles {

    private final JdbcClient jdbc;

    ImportFiles(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    long add(String content, MemberId by, Instant now) {
        return jdbc.sql("""
                insert into import_file (brand_id, content, member_id, made_at)
                values (current_brand(), :content, :by, :now) returning id
                """)
                .param("content", content)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    /** Takes it out: it's taken in once. */
    Optional<String> take(long id, MemberId by) {
        return jdbc.sql("delete from import_file where id = :id and member_id = :by returning content")
                .param("id", id)
                .param("by", by.value())
                .query((row, n) -> row.getString(1))
                .optional();
    }

    void dropBefore(Instant time) {
        jdbc.sql("delete from import_file where made_at < :time")
                .param("time", time.atOffset(ZoneOffset.UTC))
                .update();
    }
}
