package dev.parvi.audience;

import dev.parvi.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** How far each account's followers were read, in the brand whose scope it is. */
@Repository
class CrowdReadings {

    private final JdbcClient jdbc;

    CrowdReadings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param begun when the one under way began; null between two
     * @param whole when the last whole one ended; null where there was none
     * @param doubted whether the last whole one missed so many that it wasn't believed
     * @param fault why the last try failed; empty where it didn't
     */
    record Standing(
            AccountId account,
            long number,
            String cursor,
            int pages,
            @Nullable Instant begun,
            @Nullable Instant whole,
            @Nullable Instant firstWhole,
            boolean doubted,
            Instant next,
            int failures,
            String fault,
            String detail,
            @Nullable Long total) {}

    void enlist(Collection<AccountId> accounts, Instant now) {
        jdbc.sql("""
                insert into crowd_reading (brand_id, account_id, next_at) select current_brand(), unnest(:ids::bigint[]), :now
                on conflict do nothing
                """)
                .param("ids", accounts.stream().map(AccountId::value).toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** It's everybody's turn. */
    void hurry(Instant now) {
        jdbc.sql("update crowd_reading set next_at = least(next_at, :now) where brand_id = current_brand()")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    List<Standing> all() {
        return jdbc.sql("select * from crowd_reading where brand_id = current_brand() order by account_id")
                .query((row, n) -> standing(row))
                .list();
    }

    void keep(Standing standing) {
        jdbc.sql("""
                update crowd_reading set number = :number, cursor = :cursor, pages = :pages, begun_at = :begun::timestamptz,
                    whole_at = :whole::timestamptz, first_whole_at = :first::timestamptz, doubted = :doubted, next_at = :next::timestamptz,
                    failures = :failures, fault = :fault, fault_detail = :detail, total = :total
                where brand_id = current_brand() and account_id = :account
                """)
                .param("account", standing.account().value())
                .param("number", standing.number())
                .param("cursor", standing.cursor())
                .param("pages", standing.pages())
                .param("begun", said(standing.begun()))
                .param("whole", said(standing.whole()))
                .param("first", said(standing.firstWhole()))
                .param("doubted", standing.doubted())
                .param("next", said(standing.next()))
                .param("failures", standing.failures())
                .param("fault", standing.fault())
                .param("detail", standing.detail())
                .param("total", standing.total())
                .update();
    }

    private static @Nullable String said(@Nullable Instant time) {
        return time == null ? null : time.atOffset(ZoneOffset.UTC).toString();
    }

    private static Standing standing(ResultSet row) throws SQLException {
        return new Standing(
                new AccountId(row.getLong("account_id")),
                row.getLong("number"),
                row.getString("cursor"),
                row.getInt("pages"),
                time(row.getTimestamp("begun_at")),
                time(row.getTimestamp("whole_at")),
                time(row.getTimestamp("first_whole_at")),
                row.getBoolean("doubted"),
                row.getTimestamp("next_at").toInstant(),
                row.getInt("failures"),
                row.getString("fault"),
                row.getString("fault_detail"),
                row.getObject("total", Long.class));
    }

    private static @Nullable Instant time(@Nullable Timestamp time) {
        return time == null ? null : time.toInstant();
    }
}
