package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import dev.parvi.team.Seat;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what became of each line of a list of feeds. Any member may look. */
@Component
public class ImportedLines {

    /** So many lines are shown, those that failed first. */
    public static final int MOST = 500;

    private final JdbcClient jdbc;

    ImportedLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What became of a line. */
    public enum Fate {
        FAILED,
        /** Not read yet. */
        WAITING,
        ADDED,
        KNOWN
    }

    /**
     * @param source null where it can't be followed
     * @param reason a word of the bundle, {@code listening.source.reason.<reason>}; may be empty
     */
    public record Line(
            int number,
            String title,
            String address,
            @Nullable SourceId source,
            Fate fate,
            String reason,
            String detail) {}

    @Transactional(readOnly = true)
    public List<Line> of(Seat seat, long imported) {
        return jdbc.sql("""
                        select * from (
                            select l.number, l.title, l.address, l.source_id, coalesce(nullif(l.reason, ''), s.reason, '') as reason,
                                coalesce(s.detail, '') as detail,
                                case when l.known then 'KNOWN'
                                    when l.source_id is null or s.state in ('FAILING', 'RETIRED') then 'FAILED'
                                    when f.read_at is null and f.next_at is not null then 'WAITING' else 'ADDED' end as fate
                            from source_import_line l
                            left join source s on s.brand_id = l.brand_id and s.id = l.source_id
                            left join fetching f on f.brand_id = l.brand_id and f.source_id = l.source_id
                            where l.brand_id = current_brand() and l.import_id = :id) told
                        order by fate <> 'FAILED', number limit :most
                        """)
                .param("id", imported)
                .param("most", MOST)
                .query((row, n) -> {
                    var source = row.getObject("source_id", Long.class);
                    var fate = Fate.valueOf(row.getString("fate"));
                    var failed = fate == Fate.FAILED;
                    return new Line(
                            row.getInt("number") + 1,
                            row.getString("title"),
                            row.getString("address"),
                            source == null ? null : new SourceId(source),
                            fate,
                            failed ? row.getString("reason") : "",
                            failed ? row.getString("detail") : "");
                })
                .list();
    }
}
