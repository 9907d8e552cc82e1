package dev.parvi.audience;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestCrowd;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class TracingTest {

    @Autowired
    Given given;

    @Autowired
    Gathering gathering;

    @Autowired
    Judging judging;

    @Autowired
    Growing growing;

    @Autowired
    Campaigning campaigning;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    @Qualifier("worker")
    JdbcClient worker;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;
    private Account account;
    private TestCrowd crowd;

    @BeforeEach
    void begin() {
        clock.set(HandClock.START);
        seat = given.brand();
        account = given.account(seat);
        crowd = TestNetwork.of(account.place()).crowd();
        crowd.joins("old", "Anna", "");
        turn();
        clock.pass(Gathering.PAUSE);
    }

    private void turn() {
        Tenant.run(seat.brand(), gathering::turn);
        Tenant.run(seat.brand(), () -> {
            while (judging.judge() > 0) {
                Thread.onSpinWait();
            }
        });
    }

    private int link(String address, String campaign) {
        return Objects.requireNonNull(Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("""
                        insert into tracked_link (brand_id, code, key, address, target, made_at, campaign)
                        values (current_brand(), left(md5(random()::text), 9), gen_random_uuid(), :address, :address, now(), :campaign)
                        returning id
                        """)
                        .param("address", address)
                        .param("campaign", campaign)
                        .query((row, n) -> row.getInt(1))
                        .single())));
    }

    private void came(int link, Instant at, int kind) {
        worker.sql("insert into visit (at, visitor, brand_id, link_id, kind) values (:at, 1, :brand, :link, :kind)")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("brand", seat.brand().value())
                .param("link", link)
                .param("kind", kind)
                .update();
    }

    private Instant ago(int minutes) {
        return clock.instant().minus(Duration.ofMinutes(minutes));
    }

    private Map<String, Integer> ways() {
        turn();
        return Tenant.in(seat.brand(), () -> growing.growth(seat)).came();
    }

    @Test
    void who_joins_right_after_somebody_came_by_a_link_to_the_account_came_by_it() {
        came(link(account.address() + "?from=letter", ""), ago(20), 1);
        crowd.joins("a", "Aino", "", ago(10));
        assertThat(ways()).containsExactly(Map.entry("LINK", 1));
    }

    @Test
    void a_link_that_names_a_campaign_of_ours_credits_the_campaign() {
        Tenant.run(
                seat.brand(),
                () -> campaigning.add(
                        seat, new TypedCampaign("Autumn", "", "", "2026-10-01", "2026-12-01", "EUR", "autumn", "")));
        came(link(account.address().toString(), "autumn"), ago(20), 1);
        crowd.joins("a", "Aino", "", ago(10));
        assertThat(ways()).containsExactly(Map.entry("CAMPAIGN", 1));
    }

    @Test
    void one_coming_stands_for_one_join_at_most() {
        came(link(account.address().toString(), ""), ago(20), 1);
        crowd.joins("a", "Aino", "", ago(15)).joins("b", "Bert", "", ago(10));
        assertThat(ways()).containsOnly(Map.entry("LINK", 1), Map.entry("UNKNOWN", 1));
    }

    @Test
    void robots_and_other_addresses_and_what_is_long_ago_say_nothing() {
        var there = link(account.address().toString(), "");
        came(there, ago(20), 2);
        came(there, ago(50), 1);
        came(there, ago(5), 1);
        came(link(account.address() + "else", ""), ago(20), 1);
        crowd.joins("a", "Aino", "", ago(10));
        assertThat(ways()).containsExactly(Map.entry("UNKNOWN", 1));
    }

    @Test
    void where_the_network_does_not_say_since_when_it_was_since_the_reading_before() {
        came(link(account.address().toString(), ""), ago(55), 1);
        crowd.joins("a", "Aino", "");
        assertThat(ways()).containsExactly(Map.entry("LINK", 1));
    }
}
