package dev.parvi.community;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How a brand works in its inbox, in the brand whose scope it is. */
@Repository
class InboxSettings {

    private final JdbcClient jdbc;

    InboxSettings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean secondPerson() {
        return jdbc.sql("select second_person from inbox_setting where brand_id = current_brand()")
                .query(Boolean.class)
                .optional()
                .orElse(false);
    }

    void secondPerson(boolean needed) {
        jdbc.sql("""
                insert into inbox_setting (brand_id, second_person) values (current_brand(), :needed)
                on conflict (brand_id) do update set second_person = excluded.second_person
                """).param("needed", needed).update();
    }
}
