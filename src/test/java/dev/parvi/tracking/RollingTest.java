package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Sums say what the rows say, whatever the days; rows are forgotten when their time is over, sums stay. */
@DeskTest
class RollingTest {

    /** Far from what other tests write, in a zone whose days begin elsewhere than those of UTC. */
    private static final Instant START = Instant.parse("2027-03-01T00:00:00Z");

    private static final ZoneId ZONE = ZoneId.of("America/New_York");

    @Autowired
    Given given;

    @Autowired
    Linking linking;

    @Autowired
    Arranging arranging;

    @Autowired
    Attributing attributing;

    @Autowired
    Rolling rolling;

    @Autowired
    Summing summing;

    @Autowired
    HandClock clock;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    List<Integer> links;

    @BeforeEach
    void make() {
        clock.set(START);
        worker.sql("update visit_roll set until = :start, anew = null")
                .param("start", START.atOffset(ZoneOffset.UTC))
                .update();
        seat = given.brand(ZONE);
        links = IntStream.range(0, 3).mapToObj(this::link).toList();
    }

    @AfterEach
    void back() {
        clock.set(HandClock.START);
        worker.sql("update visit_roll set until = '2000-01-01', anew = null").update();
    }

    private int link(int post) {
        var place = LinkPlace.post(new PostId(post + 1), new AccountId(1), 0, null, Map.of());
        var code = Tenant.in(seat.brand(), () -> linking.reserve(place, URI.create("https://example.org/" + post)))
                .getPath()
                .substring(3);
        return worker.sql("select id from tracked_link where code = :code")
                .param("code", code)
                .query((row, n) -> row.getInt(1))
                .single();
    }

    /** By the thread of chance, the same each time. */
    private void come(int count, Duration within) {
        worker.sql("""
                insert into visit (at, visitor, brand_id, link_id, kind)
                select :now + :millis * ((n * 7919) % 1000 / 1000.0) * interval '1 ms', n % 17, :brand, (:links)[1 + n * 31 % 3], 1 + n % 6
                from generate_series(1, :count) n
                """)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("millis", within.toMillis())
                .param("brand", (int) seat.brand().value())
                .param("links", links.toArray(Integer[]::new))
                .param("count", count)
                .update();
        clock.pass(within);
    }

    private Map<String, String> shown(LocalDate from, LocalDate until) {
        return Tenant.in(seat.brand(), () -> attributing.by(By.POST, from, until, "")).stream()
                .collect(Collectors.toMap(
                        Result::key,
                        each -> each.people() + " " + each.robots() + " " + each.landed() + " " + each.visitors()));
    }

    private Map<String, String> counted(LocalDate from, LocalDate until) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc
                        .sql("""
                        select post, sum(people) || ' ' || sum(robots) || ' ' || sum(landed) || ' ' || sum(visitors) as said
                        from (select l.post_id::text as post, (v.at at time zone :zone)::date as day, count(*) filter (where kind = 1) as people,
                                count(*) filter (where kind between 2 and 4) as robots, count(*) filter (where kind > 4) as landed,
                                count(distinct visitor) filter (where kind in (1, 5, 6)) as visitors
                            from visit v join tracked_link l on l.id = v.link_id and l.brand_id = v.brand_id
                            where v.brand_id = current_brand() group by 1, 2) d
                        where day >= :from and day < :until group by 1
                        """)
                        .param("zone", ZONE.getId())
                        .param("from", from)
                        .param("until", until)
                        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
                        .list()
                        .stream()
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue))));
    }

    /** Whatever has come until now. */
    private void roll() {
        rolling.until(clock.instant());
    }

    @Test
    void sums_of_any_days_are_those_of_the_rows_while_blocks_begin_and_end() {
        for (int day = 0; day < 140; day++) {
            come(40, Duration.ofHours(24));
            roll();
            if (day % 20 == 19) {
                compared();
            }
        }
        assertThat(packs(64)).isPositive();
    }

    private void compared() {
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        for (int back : new int[] {0, 1, 3, 5, 17, 66, 139}) {
            for (int days : new int[] {1, 2, 4, 9, 40, 100, 200}) {
                var from = today.minusDays(back);
                assertThat(shown(from, from.plusDays(days)))
                        .as("%s and %s days", from, days)
                        .isEqualTo(counted(from, from.plusDays(days)));
            }
        }
    }

    /** In three hours a few of seventeen come, most of them again. */
    @Test
    void a_running_day_is_added_to_and_who_comes_again_is_no_other_visitor() {
        for (int part = 0; part < 24; part++) {
            come(9, Duration.ofHours(3));
            roll();
            compared();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        assertThat(people(today.minusDays(1)))
                .isEqualTo(people("(at at time zone '%s')::date = '%s'".formatted(ZONE, today.minusDays(1))))
                .isPositive();
    }

    @Test
    void what_came_late_on_a_running_day_counts_once() {
        come(30, Duration.ofHours(12));
        roll();
        come(30, Duration.ofHours(3));
        roll();
        var now = clock.instant();
        clock.set(now.minus(Duration.ofHours(2)));
        come(20, Duration.ofHours(1));
        clock.set(now);
        roll();
        assertThat(shown(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 3)))
                .as("not told that anything was late")
                .isNotEqualTo(counted(LocalDate.of(2027, 2, 28), LocalDate.of(2027, 3, 3)));
        worker.sql("update visit_roll set anew = :then")
                .param("then", now.minus(Duration.ofHours(2)).atOffset(ZoneOffset.UTC))
                .update();
        roll();
        compared();
    }

    @Test
    void whatever_went_wrong_while_a_day_ran_is_mended_when_it_ends() {
        come(30, Duration.ofHours(18));
        roll();
        come(30, Duration.ofHours(1));
        roll();
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(
                        status -> jdbc.sql("update visit_sum set people = people + 7, visitors = 0")
                                .update()));
        come(3, Duration.ofHours(24));
        roll();
        compared();
    }

    @Test
    void a_past_that_is_added_up_by_itself_is_not_added_to_once_more() {
        roll();
        come(40, Duration.ofHours(8));
        summing.since(seat.brand(), START.minus(Duration.ofDays(1)));
        compared();
        come(5, Duration.ofHours(1));
        roll();
        compared();
    }

    @Test
    void the_last_two_minutes_wait_since_others_may_still_write_them() {
        come(500, Duration.ofHours(1));
        rolling.days();
        var all = count("select count(*) from visit where brand_id = :brand and kind = 1");
        var late = people("at >= '" + clock.instant().minus(Duration.ofMinutes(2)) + "'");
        var day = LocalDate.ofInstant(START, ZONE);
        assertThat(people(day)).isEqualTo(all - late);
        clock.pass(Duration.ofMinutes(2));
        rolling.days();
        compared();
    }

    private long people(LocalDate day) {
        return Tenant.in(seat.brand(), () -> attributing.days(day, day.plusDays(1))).getFirst().people();
    }

    private long people(String where) {
        return count("select count(*) from visit where brand_id = :brand and kind = 1 and " + where);
    }

    private long packs(int level) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select count(*) from visit_pack where level = :level")
                        .param("level", level)
                        .query((row, n) -> row.getLong(1))
                        .single()));
    }

    @Test
    void a_desk_that_was_off_for_weeks_adds_up_all_of_them_at_once() {
        for (int day = 0; day < 70; day++) {
            come(15, Duration.ofHours(24));
        }
        roll();
        compared();
    }

    @Test
    void what_came_late_changes_days_and_blocks_that_were_added_up() {
        for (int day = 0; day < 70; day++) {
            come(15, Duration.ofHours(24));
            roll();
        }
        var now = clock.instant();
        clock.set(now.minus(Duration.ofDays(40)));
        come(50, Duration.ofHours(1));
        worker.sql("update visit_roll set anew = least(anew, :then)")
                .param("then", now.minus(Duration.ofDays(41)).atOffset(ZoneOffset.UTC))
                .update();
        clock.set(now);
        roll();
        compared();
    }

    @Test
    void rows_are_forgotten_after_the_days_that_the_brand_keeps_them_and_sums_stay() {
        var rules = new TypedRules("", "", "", "", "", "", false, 10);
        Tenant.run(seat.brand(), () -> arranging.change(seat, rules));
        for (int day = 0; day < 20; day++) {
            come(15, Duration.ofHours(24));
            roll();
        }
        var today = LocalDate.ofInstant(clock.instant(), ZONE);
        var before = shown(today.minusDays(30), today.plusDays(1));
        rolling.tidy();
        roll();
        assertThat(oldest())
                .isBetween(
                        clock.instant().minus(Duration.ofDays(11)),
                        clock.instant().minus(Duration.ofDays(9)));
        assertThat(shown(today.minusDays(30), today.plusDays(1))).isEqualTo(before);
        assertThat(worker.sql("select count(*) from visit_salt where day < :day")
                        .param(
                                "day",
                                clock.instant()
                                        .atOffset(ZoneOffset.UTC)
                                        .toLocalDate()
                                        .minusDays(2))
                        .query((row, n) -> row.getInt(1))
                        .single())
                .isZero();
    }

    private Instant oldest() {
        return worker.sql("select min(at) from visit where brand_id = :brand")
                .param("brand", seat.brand().value())
                .query((row, n) -> row.getTimestamp(1).toInstant())
                .single();
    }

    @Test
    void after_ninety_days_whole_days_are_dropped_and_nobody_has_to_be_deleted() {
        come(15, Duration.ofHours(1));
        roll();
        rolling.ready();
        assertThat(partition("visit_20270301")).isTrue();
        rolling.tidy();
        assertThat(partition("visit_20270301")).isTrue();
        clock.pass(Duration.ofDays(92));
        rolling.tidy();
        assertThat(partition("visit_20270301")).isFalse();
    }

    private boolean partition(String name) {
        return worker.sql("select to_regclass(:name) is not null")
                .param("name", name)
                .query((row, n) -> row.getBoolean(1))
                .single();
    }

    @Test
    void a_day_that_is_over_is_packed_and_loses_nobody() {
        come(300, Duration.ofHours(20));
        rolling.ready();
        var rows = "select count(*) from visit_20270301 where brand_id = :brand and visitor = 5 and kind in (1, 5, 6)";
        var found = count(rows);
        var size = size();
        clock.pass(Duration.ofDays(1).minusHours(20));
        rolling.tidy();
        assertThat(count(rows)).isEqualTo(found).isPositive();
        assertThat(size()).isLessThanOrEqualTo(size);
    }

    private long count(String sql) {
        return worker.sql(sql)
                .param("brand", seat.brand().value())
                .query((row, n) -> row.getLong(1))
                .single();
    }

    private long size() {
        return worker.sql("select pg_indexes_size('visit_20270301')")
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
