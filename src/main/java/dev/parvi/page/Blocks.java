package dev.parvi.page;

import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who may say nothing on the page of the brand whose scope it is. */
@Repository
class Blocks {

    private final JdbcClient jdbc;

    Blocks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void add(byte[] visitor, String name, Instant now) {
        jdbc.sql("""
                insert into page_block (brand_id, visitor, name, made_at) values (current_brand(), :visitor, :name, :now)
                on conflict (brand_id, visitor) do nothing
                """)
                .param("visitor", visitor)
                .param("name", name)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(byte[] visitor) {
        jdbc.sql("delete from page_block where visitor = :visitor")
                .param("visitor", visitor)
                .update();
    }

    boolean has(byte[] visitor) {
        return jdbc.sql("select exists (select from page_block where visitor = :visitor)")
                .param("visitor", visitor)
                .query(Boolean.class)
                .single();
    }

    List<Blocked> all() {
        return jdbc.sql("select visitor, name, made_at from page_block order by made_at desc")
                .query((row, n) -> new Blocked(
                        HexFormat.of().formatHex(row.getBytes(1)),
                        row.getString(2),
                        ((Timestamp) row.getObject(3)).toInstant()))
                .list();
    }
}
