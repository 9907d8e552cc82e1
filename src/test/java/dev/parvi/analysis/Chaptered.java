package dev.parvi.analysis;

import dev.parvi.analysis.Grid.Cell;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A brand in Helsinki on a Sunday, what is laid into its tables, and what a chapter says of it. */
@DeskTest
abstract class Chaptered {

    @Autowired
    Given given;

    @Autowired
    private Analysing analysing;

    @Autowired
    private HandClock clock;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private TransactionTemplate transaction;

    Seat seat;

    @BeforeEach
    void a_brand() {
        clock.set(Instant.parse("2026-11-15T10:00:00Z"));
        seat = given.brand();
        change("update brand set zone = 'Europe/Helsinki' where id = current_brand()");
    }

    void change(String sql) {
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql(sql).update()));
    }

    List<Block> blocks(String side, int days) {
        return Tenant.in(
                seat.brand(), () -> analysing.side(seat, side, days, null).orElseThrow());
    }

    static Tile tile(List<Block> blocks, String key) {
        return blocks.getFirst().tiles().stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow();
    }

    static @Nullable Double figure(List<Block> blocks, String key) {
        return tile(blocks, key).value();
    }

    /** Of a row, what stands behind its name. */
    static List<@Nullable Double> figures(List<Cell> row) {
        return row.stream().skip(1).map(Cell::figure).toList();
    }
}
