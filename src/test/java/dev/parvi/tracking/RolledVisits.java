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
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Visits of one brand, and what its sums and its rows say of them. */
@DeskTest
abstract class RolledVisits {

    /** Far from what other tests write, in a zone whose days begin elsewhere than those of UTC. */
    static final Instant START = Instant.parse("2027-03-01T00:00:00Z");

    static final ZoneId ZONE = ZoneId.of("America/New_York");

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
    void come(int count, Duration within) {
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

    Map<String, String> shown(LocalDate from, LocalDate until) {
        return Tenant.in(seat.brand(), () -> attributing.by(By.POST, from, until, "")).stream()
                .collect(Collectors.toMap(
                        Result::key,
                        each -> each.people() + " " + each.robots() + " " + each.landed() + " " + each.visitors()));
    }

    Map<String, String> counted(LocalDate from, LocalDate until) {
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
    void roll() {
        rolling.until(clock.instant());
    }

    void compared() {
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

    long count(String sql) {
        return worker.sql(sql)
                .param("brand", seat.brand().value())
                .query((row, n) -> row.getLong(1))
                .single();
    }
}
