package dev.parvi.listening;

import dev.parvi.listening.Importing.Line;
import dev.parvi.listening.Importing.Progress;
import dev.parvi.platform.Columns;
import dev.parvi.shared.SourceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Lists of feeds that were taken in, in the brand whose scope it is. */
@Repository
class SourceImports {

    private final JdbcClient jdbc;

    SourceImports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    record Row(
            int number,
            String title,
            String address,
            @Nullable SourceId source,
            boolean known,
            String reason) {}

    long add(List<Row> rows, Instant now) {
        var id = jdbc.sql("insert into source_import (brand_id, at) values (current_brand(), :now) returning id")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
        Columns.of(jdbc.sql("""
                        insert into source_import_line (brand_id, import_id, number, title, address, source_id, known, reason)
                        select current_brand(), :id, number, title, address, source_id, known, reason
                        from unnest(:numbers::bigint[], :titles::text[], :addresses::text[], :sources::bigint[], :knowns::boolean[], :reasons::text[])
                            as r (number, title, address, source_id, known, reason)
                        """), rows)
                .number("numbers", row -> (long) row.number())
                .text("titles", Row::title)
                .text("addresses", Row::address)
                .number(
                        "sources",
                        row -> row.source() == null ? null : row.source().value())
                .flag("knowns", Row::known)
                .text("reasons", Row::reason)
                .done()
                .param("id", id)
                .update();
        return id;
    }

    Optional<Progress> progress(long id) {
        return jdbc.sql("""
                        select count(*) as total, count(*) filter (where l.known) as known,
                            count(*) filter (where l.known or l.source_id is null or f.read_at is not null or f.next_at is null) as done,
                            count(*) filter (where not l.known and f.read_at is not null and f.failures = 0) as added
                        from source_import i join source_import_line l on l.brand_id = i.brand_id and l.import_id = i.id
                        left join fetching f on f.brand_id = l.brand_id and f.source_id = l.source_id
                        where i.brand_id = current_brand() and i.id = :id having count(*) > 0
                        """)
                .param("id", id)
                .query((row, n) -> new Progress(
                        row.getInt("total"), row.getInt("done"), row.getInt("added"), row.getInt("known"), failed(id)))
                .optional();
    }

    private List<Line> failed(long id) {
        return jdbc.sql("""
                        select l.title, l.address, l.source_id, coalesce(nullif(l.reason, ''), s.reason) as reason, coalesce(s.detail, '') as detail
                        from source_import_line l left join source s on s.brand_id = l.brand_id and s.id = l.source_id
                        where l.brand_id = current_brand() and l.import_id = :id
                            and (l.source_id is null or not l.known and s.state in ('FAILING', 'RETIRED'))
                        order by l.number limit 200
                        """).param("id", id).query(SourceImports::line).list();
    }

    private static Line line(ResultSet row, int n) throws SQLException {
        var source = row.getObject("source_id", Long.class);
        return new Line(
                row.getString("title"),
                row.getString("address"),
                source == null ? null : new SourceId(source),
                row.getString("reason"),
                row.getString("detail"));
    }
}
