package dev.parvi.community;

import dev.parvi.platform.Tenant;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Looks into a brand's tables. */
final class Told {

    private final JdbcClient jdbc;
    private final TransactionTemplate transaction;
    private final Seat seat;

    Told(JdbcClient jdbc, TransactionTemplate transaction, Seat seat) {
        this.jdbc = jdbc;
        this.transaction = transaction;
        this.seat = seat;
    }

    <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    void run(Runnable work) {
        Tenant.run(seat.brand(), () -> transaction.executeWithoutResult(status -> work.run()));
    }

    List<Map<String, Object>> rows(String sql) {
        return in(() -> jdbc.sql(sql).query().listOfRows());
    }

    Map<String, Object> row(String sql) {
        return in(() -> jdbc.sql(sql).query().singleRow());
    }

    Object value(String sql) {
        return row(sql).values().iterator().next();
    }

    void update(String sql) {
        run(() -> jdbc.sql(sql).update());
    }
}
