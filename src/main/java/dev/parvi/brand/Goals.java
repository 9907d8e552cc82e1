package dev.parvi.brand;

import dev.parvi.brand.Goal.Reading;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.GoalId;
import dev.parvi.shared.MemberId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

/** Goals and what their measures stood at, in the brand whose scope it is. */
@Repository
class Goals {

    private final JdbcClient jdbc;

    Goals(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The company's first, then by account; what is worked for before what has ended. */
    List<Goal> all() {
        return jdbc.sql("""
                select * from goal where brand_id = current_brand()
                order by ended_at is not null, account_id is not null, account_id, due_day, id
                """).query((row, n) -> goal(row)).list();
    }

    Optional<Goal> get(GoalId id) {
        return jdbc.sql("select * from goal where brand_id = current_brand() and id = :id")
                .param("id", id.value())
                .query((row, n) -> goal(row))
                .optional();
    }

    GoalId add(Goal goal, MemberId by, Instant now) {
        return new GoalId(values(jdbc.sql("""
                                insert into goal (brand_id, account_id, above_id, name, measure, baseline, target, from_day, due_day, note, made_by, made_at)
                                values (current_brand(), :account, :above, :name, :measure, :baseline, :target, :from, :due, :note, :by, :now)
                                returning id
                                """), goal)
                .param("by", by.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single());
    }

    /** @return whether it's there */
    boolean change(Goal goal) {
        return values(jdbc.sql("""
                                        update goal set account_id = :account, above_id = :above, name = :name, measure = :measure, baseline = :baseline,
                                            target = :target, from_day = :from, due_day = :due, note = :note, behind_at = null
                                        where brand_id = current_brand() and id = :id
                                        """), goal).param("id", goal.id().value()).update() > 0;
    }

    private static StatementSpec values(StatementSpec statement, Goal goal) {
        return statement
                .param("account", goal.account() == null ? null : goal.account().value(), Types.BIGINT)
                .param("above", goal.above() == null ? null : goal.above().value(), Types.BIGINT)
                .param("name", goal.name())
                .param("measure", goal.measure().name())
                .param("baseline", goal.baseline())
                .param("target", goal.target())
                .param("from", goal.from())
                .param("due", goal.due())
                .param("note", goal.note());
    }

    /** Readings of another measure would be another measure's. */
    void forget(GoalId id) {
        jdbc.sql("delete from goal_reading where brand_id = current_brand() and goal_id = :id")
                .param("id", id.value())
                .update();
    }

    boolean end(GoalId id, @Nullable Instant when) {
        return jdbc.sql(
                                "update goal set ended_at = :when, behind_at = null where brand_id = current_brand() and id = :id")
                        .param(
                                "when",
                                when == null ? null : when.atOffset(ZoneOffset.UTC),
                                Types.TIMESTAMP_WITH_TIMEZONE)
                        .param("id", id.value())
                        .update()
                > 0;
    }

    void behind(GoalId id, @Nullable Instant since) {
        jdbc.sql("update goal set behind_at = :since where brand_id = current_brand() and id = :id")
                .param("since", since == null ? null : since.atOffset(ZoneOffset.UTC), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", id.value())
                .update();
    }

    void read(GoalId id, Reading reading, @Nullable MemberId by, Instant now) {
        jdbc.sql("""
                insert into goal_reading (brand_id, goal_id, day, value, by_id, note, at)
                values (current_brand(), :goal, :day, :value, :by, :note, :now)
                on conflict (brand_id, goal_id, day) do update
                set value = excluded.value, by_id = excluded.by_id, note = excluded.note, at = excluded.at
                """)
                .param("goal", id.value())
                .param("day", reading.day())
                .param("value", reading.value())
                .param("by", by == null ? null : by.value(), Types.BIGINT)
                .param("note", reading.note())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    /** By day. */
    List<Reading> readings(GoalId id) {
        return jdbc.sql("select * from goal_reading where brand_id = current_brand() and goal_id = :id order by day")
                .param("id", id.value())
                .query((row, n) -> new Reading(
                        row.getObject("day", LocalDate.class),
                        row.getDouble("value"),
                        row.getObject("by_id") != null,
                        row.getString("note")))
                .list();
    }

    private static Goal goal(ResultSet row) throws SQLException {
        var account = row.getLong("account_id");
        var above = row.getLong("above_id");
        var ended = row.getTimestamp("ended_at");
        var behind = row.getTimestamp("behind_at");
        return new Goal(
                new GoalId(row.getLong("id")),
                account == 0 ? null : new AccountId(account),
                above == 0 ? null : new GoalId(above),
                row.getString("name"),
                Measure.valueOf(row.getString("measure")),
                row.getDouble("baseline"),
                row.getDouble("target"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("due_day", LocalDate.class),
                row.getString("note"),
                ended == null ? null : ended.toInstant(),
                behind == null ? null : behind.toInstant());
    }
}
