package dev.parvi.analysis;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Reports as they were made, in the brand whose scope it is. */
@Repository
class Reports {

    private final JdbcClient jdbc;
    private final JsonMapper json;

    Reports(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    /** Which report of which brand a private link opens. */
    record Place(BrandId brand, long report) {}

    long add(Report report, MemberId by, @Nullable Long campaign) {
        return jdbc.sql("""
                insert into report (brand_id, title, kind, from_day, to_day, language, sides, content, made_by, made_at, campaign_id)
                values (current_brand(), :title, :kind, :from, :to, :language, :sides, :content::jsonb, :by, :at, :campaign) returning id
                """)
                .param("title", report.title())
                .param("kind", report.kind().name())
                .param("from", report.from())
                .param("to", report.to())
                .param("language", report.language())
                .param("sides", report.parts().stream().map(Report.Part::side).toArray(String[]::new))
                .param("content", json.writeValueAsString(report.parts()))
                .param("by", by.value())
                .param("campaign", campaign, Types.BIGINT)
                .param("at", report.madeAt().atOffset(ZoneOffset.UTC))
                .query((row, n) -> row.getLong(1))
                .single();
    }

    Optional<Report> get(long id) {
        return jdbc.sql("select * from report where brand_id = current_brand() and id = :id")
                .param("id", id)
                .query((row, n) -> report(row, true))
                .optional();
    }

    /** The latest first, without what they hold. */
    List<Report> latest(int most) {
        return jdbc.sql("select * from report where brand_id = current_brand() order by id desc limit :most")
                .param("most", most)
                .query((row, n) -> report(row, false))
                .list();
    }

    void comment(long id, Map<String, String> comments) {
        jdbc.sql("update report set comments = :comments::jsonb where brand_id = current_brand() and id = :id")
                .param("comments", json.writeValueAsString(comments))
                .param("id", id)
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from report where brand_id = current_brand() and id = :id")
                .param("id", id)
                .update();
    }

    void link(long id, byte @Nullable [] hash) {
        jdbc.sql("update report set token = :token where brand_id = current_brand() and id = :id")
                .param("token", hash, Types.BINARY)
                .param("id", id)
                .update();
    }

    /** Outside any brand. */
    Optional<Place> behind(byte[] hash) {
        return jdbc.sql("select brand, report from report_of(:token)")
                .param("token", hash)
                .query((row, n) -> new Place(new BrandId(row.getLong(1)), row.getLong(2)))
                .optional();
    }

    private Report report(ResultSet row, boolean whole) throws SQLException {
        var at = row.getTimestamp("made_at");
        return new Report(
                row.getLong("id"),
                row.getString("title"),
                Report.Kind.valueOf(row.getString("kind")),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("language"),
                whole ? json.readValue(row.getString("content"), new TypeReference<List<Report.Part>>() {}) : List.of(),
                json.readValue(row.getString("comments"), new TypeReference<Map<String, String>>() {}),
                row.getBytes("token") != null,
                at == null ? Instant.EPOCH : at.toInstant());
    }
}
