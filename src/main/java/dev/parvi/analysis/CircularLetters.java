package dev.parvi.analysis;

import dev.parvi.analysis.Circular.Sent;
import dev.parvi.shared.BrandId;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Letters of circulars, one for each reader and time, in the brand whose scope it is. */
@Repository
class CircularLetters {

    private final JdbcClient jdbc;
    private final JdbcClient worker;

    CircularLetters(JdbcClient jdbc, @Qualifier("worker") JdbcClient worker) {
        this.jdbc = jdbc;
        this.worker = worker;
    }

    /** Which letter of which brand a link to stop opens. */
    record Place(BrandId brand, long letter) {}

    /** Whose letter it is. */
    record Whose(long circular, String title, String address, boolean stopped) {}

    /** @return the letter's number; empty where this reader has one of this time already */
    Optional<Long> begin(long circular, LocalDate first, LocalDate week, String address, byte[] stop, Instant now) {
        return jdbc.sql("""
                insert into circular_letter (brand_id, circular_id, first_day, week, address, stop, state, at)
                values (current_brand(), :circular, :first, :week, :address, :stop, 'QUEUED', :now)
                on conflict (brand_id, circular_id, first_day, week, address) do nothing returning id
                """)
                .param("circular", circular)
                .param("first", first)
                .param("week", week)
                .param("address", address)
                .param("stop", stop)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .optional();
    }

    /** @param mail null where no server is set: then it has failed */
    void queued(long id, long report, @Nullable Long mail) {
        jdbc.sql("""
                update circular_letter set report_id = :report, mail = :mail, state = case when :mail::bigint is null then 'FAILED' else state end,
                    why = case when :mail::bigint is null then 'noserver' else '' end
                where brand_id = current_brand() and id = :id
                """)
                .param("id", id)
                .param("report", report)
                .param("mail", mail, Types.BIGINT)
                .update();
    }

    /** The latest first. */
    List<Sent> latest(int most) {
        return jdbc.sql("""
                select l.*, r.id standing from circular_letter l left join report r on r.brand_id = l.brand_id and r.id = l.report_id
                where l.brand_id = current_brand() order by l.at desc, l.id desc limit :most
                """)
                .param("most", most)
                .query((row, n) -> new Sent(
                        row.getLong("id"),
                        row.getLong("circular_id"),
                        row.getObject("first_day", LocalDate.class),
                        row.getString("address"),
                        row.getObject("standing", Long.class),
                        row.getString("state"),
                        row.getString("why"),
                        Objects.requireNonNull(row.getTimestamp("at")).toInstant()))
                .list();
    }

    /** Of whichever brand; the worker's, outside any scope. */
    void told(long mail, String state, String why, Instant at) {
        worker.sql("update circular_letter set state = :state, why = :why, at = :at where mail = :mail")
                .param("mail", mail)
                .param("state", state)
                .param("why", why)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Letters of long ago, with whom they went to. */
    void forget(Instant before) {
        jdbc.sql("delete from circular_letter where brand_id = current_brand() and at < :before")
                .param("before", before.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** Outside any brand. */
    Optional<Place> behind(byte[] hash) {
        return jdbc.sql("select brand, letter from circular_letter_of(:stop)")
                .param("stop", hash)
                .query((row, n) -> new Place(new BrandId(row.getLong(1)), row.getLong(2)))
                .optional();
    }

    Optional<Whose> whose(long letter) {
        return jdbc.sql("""
                select l.circular_id, c.title, l.address, r.stopped_at is not null or r.address is null stopped
                from circular_letter l join circular c on c.brand_id = l.brand_id and c.id = l.circular_id
                left join circular_reader r on r.brand_id = l.brand_id and r.circular_id = l.circular_id and r.address = l.address
                where l.brand_id = current_brand() and l.id = :id
                """)
                .param("id", letter)
                .query((row, n) -> new Whose(
                        row.getLong("circular_id"),
                        row.getString("title"),
                        row.getString("address"),
                        row.getBoolean("stopped")))
                .optional();
    }

    void stop(long circular, String address, Instant now) {
        jdbc.sql("""
                update circular_reader set stopped_at = :now where brand_id = current_brand() and circular_id = :circular
                    and address = :address and stopped_at is null
                """)
                .param("circular", circular)
                .param("address", address)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }
}
