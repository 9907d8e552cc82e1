package dev.parvi.planning;

import dev.parvi.shared.AccountId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.LocalTime;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The slots of the brand whose scope it is. */
@Repository
class Slots {

    private final JdbcClient jdbc;

    Slots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a slot; one that is there already stays. */
    void add(AccountId account, DayOfWeek weekday, LocalTime at) {
        jdbc.sql("""
                insert into slot (brand_id, account_id, weekday, at) values (current_brand(), :account, :weekday, :at)
                on conflict do nothing
                """)
                .param("account", account.value())
                .param("weekday", weekday.getValue())
                .param("at", at)
                .update();
    }

    void remove(long id) {
        jdbc.sql("delete from slot where id = :id").param("id", id).update();
    }

    List<Slot> all() {
        return jdbc.sql("select id, account_id, weekday, at from slot order by account_id, weekday, at")
                .query((row, n) -> slot(row))
                .list();
    }

    List<Slot> of(AccountId account) {
        return jdbc.sql("select id, account_id, weekday, at from slot where account_id = :account order by weekday, at")
                .param("account", account.value())
                .query((row, n) -> slot(row))
                .list();
    }

    /** Those of the times, given in their order, within whose minute nothing is planned on their account. */
    List<FreeSlots.SlotTime> free(List<FreeSlots.SlotTime> times) {
        if (times.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
                select t.place from unnest(:accounts::bigint[], :instants::timestamptz[]) with ordinality as t (account, at, place)
                where (t.account, date_trunc('minute', t.at)) not in (
                    select v.account_id, date_trunc('minute', v.planned_at) from version v
                    where v.planned_at >= :first::timestamptz and v.planned_at < :end::timestamptz)
                order by t.place
                """)
                .param("first", times.getFirst().minute().toString())
                .param("end", times.getLast().minute().plusSeconds(60).toString())
                .param(
                        "accounts",
                        times.stream().map(time -> time.account().value()).toArray(Long[]::new))
                .param(
                        "instants",
                        times.stream()
                                .map(time -> time.reading().instant().toString())
                                .toArray(String[]::new))
                .query((row, n) -> times.get(row.getInt(1) - 1))
                .list();
    }

    private static Slot slot(ResultSet row) throws SQLException {
        return new Slot(
                row.getLong("id"),
                new AccountId(row.getLong("account_id")),
                DayOfWeek.of(row.getInt("weekday")),
                row.getObject("at", LocalTime.class));
    }
}
