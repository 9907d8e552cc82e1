package dev.parvi.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Arranging;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import dev.parvi.tracking.TypedRules;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What {@link LinkFilterTest} and {@link CollectFilterTest} leave open of: each door of tracking, under forgery, replay, floods from one
 * address, giants, and attempts to lead people elsewhere.
 */
@DeskTest
class HostileDoorsTest {

    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/140.0.0.0 Safari/537.36";
    private static final String GIANT = "x".repeat(200_000);

    private static int houses;

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Arranging arranging;

    @Autowired
    Linking linking;

    @Autowired
    Branding branding;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Autowired
    HandClock clock;

    Seat seat;
    String site;
    String key;
    String house;

    @BeforeEach
    void make() {
        clock.set(HandClock.START.plus(Duration.ofDays(60)));
        seat = given.brand();
        house = "2001:db8:face:" + Integer.toHexString(++houses) + "::";
        var rules = new TypedRules("", "{network}", "social", "{campaign}", "", "shop.example", false, 90);
        Tenant.run(seat.brand(), () -> arranging.change(seat, rules));
        site = in(() -> arranging.shown().rules().site());
        key = in(() -> arranging.addKey(seat, "Shop"));
    }

    @AfterEach
    void back() {
        clock.set(HandClock.START);
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }

    private long count(String table) {
        return in(() -> transaction.execute(status -> jdbc.sql("select count(*) from " + table)
                .query((row, n) -> row.getLong(1))
                .single()));
    }

    private String code() {
        var place = LinkPlace.post(new PostId(5), new AccountId(9), 0, null, Map.of());
        return in(() -> linking.reserve(place, URI.create("https://shop.example/a")))
                .getPath()
                .substring(3);
    }

    private int says(String door, String body) throws Exception {
        return mvc.perform(post("/t/" + door)
                        .header("User-Agent", BROWSER)
                        .header("Origin", "https://shop.example")
                        .content(body)
                        .with(asked -> {
                            asked.setRemoteAddr(house);
                            return asked;
                        }))
                .andReturn()
                .getResponse()
                .getStatus();
    }

    private MockHttpServletResponse serves(String door, String key, String once, String body) throws Exception {
        return mvc.perform(post("/t/" + door)
                        .header("Authorization", "Bearer " + key)
                        .header("Idempotency-Key", once)
                        .content(body)
                        .with(asked -> {
                            asked.setRemoteAddr(house);
                            return asked;
                        }))
                .andReturn()
                .getResponse();
    }

    private static String said(String door) {
        return door.equals("calls") ? "{\"number\":\"+358 9 123 456\"}" : "{\"name\":\"registered\"}";
    }

    @Test
    void landing_again_and_again_is_one_visit_and_a_flood_of_it_is_cut_off() throws Exception {
        var code = code();
        var taken = 0;
        for (int n = 0; n < 60; n++) {
            taken += says("hello", "{\"s\":\"" + site + "\",\"l\":\"" + code + "\"}") == 204 ? 1 : 0;
        }
        assertThat(taken).isBetween(1, 30);
        assertThat(count("visit")).isEqualTo(taken);
        clock.pass(Duration.ofMinutes(2));
        says("event", "{\"s\":\"" + site + "\",\"n\":\"registered\",\"i\":\"1\"}");
        assertThat(count("conversion_touch")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"l\":\"x\"",
                "\"l\":\"../../etc\"",
                "\"l\":\"https://evil.example\"",
                "\"l\":[1]",
                "\"l\":-1",
                "\"t\":\"yes\"",
                "\"m\":\"'; drop table visit; --\"",
                "\"l\":\"\\u0000\""
            })
    void what_nobody_can_have_landed_by_counts_nothing(String more) throws Exception {
        says("hello", "{\"s\":\"" + site + "\"," + more + "}");
        assertThat(count("visit")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hello", "event"})
    void giants_at_the_script_s_doors_are_refused(String door) throws Exception {
        assertThat(says(door, "{\"s\":\"" + site + "\",\"l\":\"" + GIANT + "\"}"))
                .isEqualTo(400);
        assertThat(says(door, GIANT)).isEqualTo(400);
        assertThat(says(door, "{\"s\":\"" + "x".repeat(1_500) + "\"}")).isEqualTo(403);
        assertThat(count("visit") + count("conversion")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversions", "calls"})
    void a_forged_key_tells_nothing(String door) throws Exception {
        var other = given.brand();
        var revoked = Tenant.in(other.brand(), () -> arranging.addKey(other, "Other"));
        Tenant.run(other.brand(), () -> {
            var id = arranging.shown().keys().getFirst().id();
            arranging.revokeKey(other, id);
        });
        for (var wrong : new String[] {
            "",
            GIANT,
            revoked,
            key.substring(0, key.length() - 1) + "~",
            key.toUpperCase(java.util.Locale.ROOT),
            "parvi_%00_%00"
        }) {
            assertThat(serves(door, wrong, "1", said(door)).getStatus()).isEqualTo(401);
        }
        assertThat(count("conversion")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversions", "calls"})
    void replays_count_once(String door) throws Exception {
        for (int n = 0; n < 5; n++) {
            assertThat(serves(door, key, "once", said(door)).getStatus()).isEqualTo(n == 0 ? 201 : 200);
        }
        assertThat(count("conversion")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversions", "calls"})
    void giants_from_servers_are_refused(String door) throws Exception {
        var giant = serves(door, key, "1", "{\"name\":\"" + GIANT + "\",\"number\":\"" + GIANT + "\"}");
        assertThat(giant.getStatus()).isEqualTo(413);
        assertThat(serves(door, key, GIANT, said(door)).getStatus()).isEqualTo(422);
        assertThat(serves(door, key, "2", "[".repeat(7_900)).getStatus()).isEqualTo(400);
        assertThat(serves(
                                door,
                                key,
                                "3",
                                "{\"name\":\"registered\",\"value\":" + "9".repeat(5_000) + ",\"currency\":\"EUR\"}")
                        .getStatus())
                .isIn(400, 422);
        assertThat(count("conversion")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"conversions", "calls"})
    void a_flood_is_cut_off_whoever_s_key_it_holds(String door) throws Exception {
        var counted = 0;
        var crowded = 0;
        for (int n = 0; n < 1_300; n++) {
            var status = serves(door, n % 2 == 0 ? key : "parvi_000000001_guess" + n, "n" + n, said(door))
                    .getStatus();
            counted += status == 201 ? 1 : 0;
            crowded += status == 429 ? 1 : 0;
        }
        assertThat(counted).isLessThanOrEqualTo(600);
        assertThat(crowded).isGreaterThanOrEqualTo(100);
        assertThat(count("conversion")).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"999999999999999999", "-1", "12abc", "+358 9 123 456<script>"})
    void a_number_that_is_none_of_ours_credits_nobody(String number) throws Exception {
        in(() -> arranging.addNumber(seat, "+358 9 123 456 789", "spring"));
        assertThat(serves("calls", key, number, "{\"number\":\"" + number + "\"}")
                        .getStatus())
                .isEqualTo(201);
        assertThat(count("conversion_touch")).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "000000001", "%00", "https://evil.example", "GIANT"})
    void the_own_page_believes_no_made_up_code(String code) throws Exception {
        var at = "/@" + in(branding::current).handle();
        mvc.perform(get(at).param("pv", code.equals("GIANT") ? GIANT : code).header("User-Agent", BROWSER))
                .andExpect(status().isOk());
        assertThat(count("visit")).isZero();
    }

    @Test
    void another_brand_s_code_counts_nothing_on_the_own_page_and_a_flood_is_cut_off() throws Exception {
        var code = code();
        var other = given.brand();
        var stranger = "/@" + Tenant.in(other.brand(), branding::current).handle();
        mvc.perform(get(stranger).param("pv", code).header("User-Agent", BROWSER))
                .andExpect(status().isOk());
        assertThat(count("visit")).isZero();
        var at = "/@" + in(branding::current).handle();
        for (int n = 0; n < 50; n++) {
            mvc.perform(get(at).param("pv", code).header("User-Agent", BROWSER).with(asked -> {
                        asked.setRemoteAddr(house);
                        return asked;
                    }))
                    .andExpect(status().isOk());
        }
        assertThat(count("visit")).isBetween(1L, 30L);
    }
}
