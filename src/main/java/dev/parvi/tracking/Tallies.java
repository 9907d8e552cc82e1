package dev.parvi.tracking;

import dev.parvi.shared.AccountId;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Sums of single days, of the brand whose scope it is or of one of its accounts. */
@Repository
class Tallies {

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean linked() {
        return jdbc.sql("select exists (select from tracked_link where brand_id = current_brand())")
                .query(Boolean.class)
                .single();
    }

    boolean told() {
        return jdbc.sql("select exists (select from conversion where brand_id = current_brand())")
                .query(Boolean.class)
                .single();
    }

    Map<LocalDate, Double> visits(@Nullable AccountId account, LocalDate from, LocalDate until) {
        var of = account == null
                ? "s.link_id = 0"
                : "s.link_id in (select id from tracked_link where brand_id = current_brand() and account_id = :account)";
        return days(account, from, until, jdbc.sql("""
                select s.slot, sum(s.people) from visit_sum s
                where s.brand_id = current_brand() and s.level = 1 and s.slot >= :from and s.slot < :until and %s group by 1
                """.formatted(of)));
    }

    /** What an account is credited with is shared among all touches; the brand has all. */
    Map<LocalDate, Double> conversions(String name, @Nullable AccountId account, LocalDate from, LocalDate until) {
        return days(
                account,
                from,
                until,
                jdbc.sql(sums(account == null ? "firsts" : "linear", account))
                        .param("name", name)
                        .param("currency", null));
    }

    Map<LocalDate, Double> worth(
            String name, String currency, @Nullable AccountId account, LocalDate from, LocalDate until) {
        return days(
                account,
                from,
                until,
                jdbc.sql(sums(account == null ? "first_value" : "linear_value", account))
                        .param("name", name)
                        .param("currency", currency));
    }

    /** In which most of them were paid; of equals the first by its letters. */
    Optional<String> currency(String name) {
        return jdbc.sql("""
                        select currency from conversion where brand_id = current_brand() and name = :name and currency <> ''
                        group by 1 order by count(*) desc, 1 limit 1
                        """).param("name", name).query(String.class).optional();
    }

    private static String sums(String column, @Nullable AccountId account) {
        var of = account == null
                ? "c.link_id = -1"
                : "c.link_id in (select id from tracked_link where brand_id = current_brand() and account_id = :account)";
        return """
                select c.slot, sum(c.%s) from credit_sum c
                where c.brand_id = current_brand() and c.level = 1 and c.slot >= :from and c.slot < :until and c.name = :name
                    and (:currency::text is null or c.currency = :currency) and %s group by 1
                """.formatted(column, of);
    }

    private static Map<LocalDate, Double> days(
            @Nullable AccountId account, LocalDate from, LocalDate until, StatementSpec statement) {
        var days = new TreeMap<LocalDate, Double>();
        statement
                .param("account", account == null ? null : account.value())
                .param("from", (int) from.toEpochDay())
                .param("until", (int) until.toEpochDay())
                .query(row -> {
                    days.put(LocalDate.ofEpochDay(row.getInt(1)), row.getDouble(2));
                });
        return days;
    }
}
