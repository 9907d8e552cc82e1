package dev.parvi.brand;

import dev.parvi.brand.TargetAudience.Outsider;
import java.sql.Array;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Whom each brand wants to reach. */
@Repository
class TargetAudiences {

    private final JdbcClient jdbc;

    TargetAudiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Of the brand whose scope it is. */
    Optional<TargetAudience> get() {
        return jdbc.sql("select * from target_audience where brand_id = current_brand()")
                .query((row, n) -> new TargetAudience(
                        texts(row.getArray("languages")),
                        texts(row.getArray("places")),
                        texts(row.getArray("interests")),
                        texts(row.getArray("left_out")).stream()
                                .map(Outsider::valueOf)
                                .collect(Collectors.toSet()),
                        texts(row.getArray("competitors")),
                        texts(row.getArray("unwanted"))))
                .optional();
    }

    void keep(TargetAudience audience) {
        jdbc.sql("""
                insert into target_audience (brand_id, languages, places, interests, left_out, competitors, unwanted)
                values (current_brand(), :languages, :places, :interests, :left_out, :competitors, :unwanted)
                on conflict (brand_id) do update set languages = excluded.languages, places = excluded.places,
                    interests = excluded.interests, left_out = excluded.left_out, competitors = excluded.competitors,
                    unwanted = excluded.unwanted
                """)
                .param("languages", audience.languages().toArray(String[]::new))
                .param("places", audience.places().toArray(String[]::new))
                .param("interests", audience.interests().toArray(String[]::new))
                .param(
                        "left_out",
                        audience.leftOut().stream().map(Outsider::name).sorted().toArray(String[]::new))
                .param("competitors", audience.competitors().toArray(String[]::new))
                .param("unwanted", audience.unwanted().toArray(String[]::new))
                .update();
    }

    private static List<String> texts(Array array) throws SQLException {
        return List.of((String[]) array.getArray());
    }
}
