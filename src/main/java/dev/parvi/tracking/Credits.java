package dev.parvi.tracking;

import java.math.BigDecimal;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What links are credited with, added up by day and blocks of days, in the brand whose scope it is. */
@Repository
class Credits {

    private final JdbcClient jdbc;

    Credits(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param day in the brand's zone, days since 1970 */
    void add(int day, Told told, List<Share> shares) {
        var value = told.value() == null ? BigDecimal.ZERO : told.value();
        for (var share : shares) {
            jdbc.sql("""
                    insert into credit_sum (brand_id, link_id, slot, level, name, currency, firsts, lasts, linear,
                        first_value, last_value, linear_value)
                    select current_brand(), :link, :day / width, width, :name, :currency, :first, :last, :linear,
                        :first * :value, :last * :value, :linear * :value
                    from unnest(array[1, 4, 16, 64]) width order by width
                    on conflict (brand_id, level, slot, link_id, name, currency) do update
                    set firsts = credit_sum.firsts + excluded.firsts, lasts = credit_sum.lasts + excluded.lasts,
                        linear = credit_sum.linear + excluded.linear, first_value = credit_sum.first_value + excluded.first_value,
                        last_value = credit_sum.last_value + excluded.last_value,
                        linear_value = credit_sum.linear_value + excluded.linear_value
                    """)
                    .param("link", share.link())
                    .param("day", day)
                    .param("name", told.name())
                    .param("currency", told.currency())
                    .param("first", share.first())
                    .param("last", share.last())
                    .param("linear", share.linear())
                    .param("value", value)
                    .update();
        }
    }
}
