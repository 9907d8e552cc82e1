package dev.parvi.page;

import java.net.URI;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments of the page of the brand whose scope it is, as they are read from outside. */
@Repository
class Utterances {

    private static final String UTTERED = """
            select c.*, coalesce(p.slug, 'reviews') as slug from page_comment c left join page_post p on p.brand_id = c.brand_id and p.id = c.post_id
            """;

    private final JdbcClient jdbc;

    Utterances(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<Uttered> since(long change, int most, URI home) {
        return jdbc.sql(UTTERED + " where c.change > :change order by c.change limit :most")
                .param("change", change)
                .param("most", most)
                .query((row, n) -> uttered(row, home))
                .list();
    }

    List<Uttered> under(long post, int most, URI home) {
        return jdbc.sql(UTTERED + " where c.post_id = :post order by c.id limit :most")
                .param("post", post)
                .param("most", most)
                .query((row, n) -> uttered(row, home))
                .list();
    }

    /** A review and what answers it. */
    List<Uttered> review(long review, URI home) {
        return jdbc.sql(UTTERED
                        + " where c.post_id is null and (c.id = :review or c.parent_id = :review) order by c.id")
                .param("review", review)
                .query((row, n) -> uttered(row, home))
                .list();
    }

    private static Uttered uttered(ResultSet row, URI home) throws SQLException {
        var comment = Comments.comment(row);
        return new Uttered(
                comment,
                HexFormat.of().formatHex(row.getBytes("visitor")),
                row.getLong("change"),
                URI.create(home + "/" + row.getString("slug") + "#c" + comment.id()));
    }
}
