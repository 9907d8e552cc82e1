package dev.parvi.analysis;

import dev.parvi.shared.BrandId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Reports that are mailed again and again, in the brand whose scope it is. */
@Repository
class Circulars {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    Circulars(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** The oldest first. */
    List<Circular> all() {
        var readers = new HashMap<Long, List<Circular.Reader>>();
        jdbc.sql("select * from circular_reader where brand_id = current_brand() order by address")
                .query(row -> {
                    readers.computeIfAbsent(row.getLong("circular_id"), key -> new java.util.ArrayList<>())
                            .add(new Circular.Reader(row.getString("address"), time(row.getTimestamp("stopped_at"))));
                });
        return jdbc.sql("select * from circular where brand_id = current_brand() order by id")
                .query((row, n) -> circular(row, readers.getOrDefault(row.getLong("id"), List.of())))
                .list();
    }

    Optional<Circular> get(long id) {
        return all().stream().filter(each -> each.id() == id).findFirst();
    }

    long add(Circular circular) {
        var id = filled(jdbc.sql("""
                insert into circular (brand_id, title, kind, weekday, month_day, campaign_id, running, at, language, sides, made_by,
                    next_at)
                values (current_brand(), :title, :kind, :weekday, :day, :campaign, :running, :at, :language, :sides, :by, :next::timestamptz) returning id
                """), circular)
                .param("by", circular.madeBy())
                .query((row, n) -> row.getLong(1))
                .single();
        read(id, circular.reading());
        return id;
    }

    /** Who is no longer named goes, who stopped it themselves stays stopped. */
    void keep(Circular circular) {
        filled(jdbc.sql("""
                update circular set title = :title, kind = :kind, weekday = :weekday, month_day = :day, campaign_id = :campaign,
                    running = :running, at = :at, language = :language, sides = :sides, next_at = :next::timestamptz, retry_at = null, fault = ''
                where brand_id = current_brand() and id = :id
                """), circular).param("id", circular.id()).update();
        read(circular.id(), circular.reading());
    }

    private void read(long id, List<String> addresses) {
        jdbc.sql("""
                with named as (select unnest(:addresses::text[]) address),
                gone as (delete from circular_reader r where r.brand_id = current_brand() and r.circular_id = :id
                    and not exists (select from named where named.address = r.address))
                insert into circular_reader (brand_id, circular_id, address) select current_brand(), :id, address from named
                on conflict do nothing
                """)
                .param("id", id)
                .param("addresses", addresses.toArray(String[]::new))
                .update();
    }

    private static StatementSpec filled(StatementSpec statement, Circular circular) {
        var next = circular.next();
        return statement
                .param("title", circular.title())
                .param("kind", circular.kind().name())
                .param("weekday", circular.weekday().getValue())
                .param("day", circular.monthDay())
                .param("campaign", circular.campaign(), Types.BIGINT)
                .param("running", circular.running())
                .param("at", circular.at())
                .param("language", circular.language())
                .param("sides", circular.sides().toArray(String[]::new))
                .param("next", next == null ? null : next.toString());
    }

    void next(long id, @Nullable Instant next) {
        jdbc.sql("""
                update circular set next_at = :next::timestamptz, retry_at = null, fault = '' where brand_id = current_brand() and id = :id
                """)
                .param("id", id)
                .param("next", next == null ? null : next.toString())
                .update();
    }

    void failed(long id, String why, Instant retry) {
        jdbc.sql("update circular set fault = :why, retry_at = :retry where brand_id = current_brand() and id = :id")
                .param("id", id)
                .param("why", why)
                .param("retry", retry.atOffset(ZoneOffset.UTC))
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from circular where brand_id = current_brand() and id = :id")
                .param("id", id)
                .update();
    }

    /** Brands with something to mail; the worker's, outside any scope. */
    List<BrandId> due(Instant now) {
        return worker.sql("""
                select brand_id from circular where next_at <= :now and (retry_at is null or retry_at <= :now)
                group by 1 order by min(next_at)
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> new BrandId(row.getLong(1)))
                .list();
    }

    List<Long> dueHere(Instant now) {
        return jdbc.sql("""
                select id from circular where brand_id = current_brand() and next_at <= :now and (retry_at is null or retry_at <= :now)
                order by next_at, id
                """)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .list();
    }

    /** Nobody else has it until this transaction ends; false where somebody has, or did it already. */
    boolean take(long id, Instant now) {
        return jdbc.sql("""
                select id from circular where brand_id = current_brand() and id = :id and next_at <= :now for update skip locked
                """)
                .param("id", id)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .optional()
                .isPresent();
    }

    private static Circular circular(ResultSet row, List<Circular.Reader> readers) throws SQLException {
        return new Circular(
                row.getLong("id"),
                row.getString("title"),
                Report.Kind.valueOf(row.getString("kind")),
                DayOfWeek.of(row.getInt("weekday")),
                row.getInt("month_day"),
                row.getObject("campaign_id", Long.class),
                row.getBoolean("running"),
                row.getObject("at", LocalTime.class),
                row.getString("language"),
                List.of((String[]) row.getArray("sides").getArray()),
                row.getLong("made_by"),
                time(row.getTimestamp("next_at")),
                row.getString("fault"),
                readers);
    }

    static @Nullable Instant time(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }
}
