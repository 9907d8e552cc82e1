package dev.parvi.page;

import dev.parvi.brand.Brand;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The settings of the brand's page whose scope it is. */
@Repository
class Sites {

    private final JdbcClient jdbc;

    Sites(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Site of(Brand brand) {
        return jdbc.sql("select title, intro, language, rule, reviews from site")
                .query((row, n) -> new Site(
                        brand,
                        row.getString(1),
                        row.getString(2),
                        row.getString(3),
                        Rule.valueOf(row.getString(4)),
                        row.getBoolean(5)))
                .optional()
                .orElseGet(() -> new Site(brand, "", "", "", Rule.CAREFUL, false));
    }

    void reviews(boolean on) {
        jdbc.sql("""
                insert into site (brand_id, reviews) values (current_brand(), :on)
                on conflict (brand_id) do update set reviews = excluded.reviews
                """).param("on", on).update();
    }

    /** Everything but whether there are reviews. */
    void put(Site site) {
        jdbc.sql("""
                insert into site (brand_id, title, intro, language, rule)
                values (current_brand(), :title, :intro, :language, :rule)
                on conflict (brand_id) do update
                set title = excluded.title, intro = excluded.intro, language = excluded.language, rule = excluded.rule
                """)
                .param("title", site.title())
                .param("intro", site.intro())
                .param("language", site.language())
                .param("rule", site.rule().name())
                .update();
    }
}
