package dev.parvi.listening;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** When the morning's mail goes out, and who wants it, in the brand whose scope it is. */
@Repository
class Mornings {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Mornings(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** What was chosen. @param next null where it doesn't go out */
    record Chosen(LocalTime at, @Nullable Instant next) {}

    Optional<Chosen> chosen() {
        return read("");
    }

    /** The same, and nobody else changes it until this transaction ends. */
    Optional<Chosen> locked() {
        return read(" for update");
    }

    private Optional<Chosen> read(String how) {
        return jdbc.sql("select at, next_at from morning where brand_id = current_brand()" + how)
                .query((row, n) ->
                        new Chosen(row.getObject("at", LocalTime.class), Items.instant(row.getTimestamp("next_at"))))
                .optional();
    }

    void put(LocalTime at, @Nullable Instant next) {
        jdbc.sql("""
                        insert into morning (brand_id, at, next_at) values (current_brand(), :at, :next::timestamptz)
                        on conflict (brand_id) do update set at = excluded.at, next_at = excluded.next_at
                        """)
                .param("at", at)
                .param("next", next == null ? null : next.toString())
                .update();
    }

    /** Of all brands those whose time has come; the worker's, outside any scope. */
    List<BrandId> due(Instant now) {
        return worker.sql("select brand_id from morning where next_at <= :now order by next_at")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    /** Those who want it and still have a seat. */
    List<MemberId> readers() {
        return jdbc.sql("""
                        select r.member_id from morning_reader r
                        join membership m on m.brand_id = r.brand_id and m.member_id = r.member_id
                        where r.brand_id = current_brand() order by 1
                        """).query((row, n) -> new MemberId(row.getLong(1))).list();
    }

    void add(MemberId reader) {
        jdbc.sql(
                        "insert into morning_reader (brand_id, member_id) values (current_brand(), :reader) on conflict do nothing")
                .param("reader", reader.value())
                .update();
    }

    void remove(MemberId reader) {
        jdbc.sql("delete from morning_reader where brand_id = current_brand() and member_id = :reader")
                .param("reader", reader.value())
                .update();
    }
}
