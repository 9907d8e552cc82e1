package dev.parvi.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.head;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class LinkFilterTest {

    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";
    private static final String TARGET = "https://example.org/coffee?utm_source=test&utm_medium=social&pv=";

    @Autowired
    MockMvc mvc;

    @Autowired
    Given given;

    @Autowired
    Linking linking;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    Seat seat;
    String path;

    @BeforeEach
    void make() {
        seat = given.brand();
        var place = LinkPlace.post(
                new PostId(1),
                new AccountId(1),
                0,
                null,
                Map.of("network", "test", "seed", UUID.randomUUID().toString()));
        path = Tenant.in(seat.brand(), () -> linking.reserve(place, URI.create("https://example.org/coffee")))
                .getPath();
    }

    private static MockHttpServletRequestBuilder from(String agent, MockHttpServletRequestBuilder request) {
        return request.header("User-Agent", agent).with(asked -> {
            asked.setRemoteAddr(
                    "198.51.100." + Math.floorMod(asked.getRequestURI().hashCode(), 250));
            return asked;
        });
    }

    private List<Integer> kinds() {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select kind from visit order by at, kind")
                        .query((row, n) -> row.getInt(1))
                        .list()));
    }

    @Test
    void a_person_is_led_on_and_counted_before_the_answer() throws Exception {
        mvc.perform(from(BROWSER, get(path)))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", TARGET + path.substring(3)))
                .andExpect(header().string("Cache-Control", "no-store"))
                .andExpect(header().string("Referrer-Policy", "strict-origin"))
                .andExpect(header().doesNotExist("Set-Cookie"));
        assertThat(kinds()).containsExactly(1);
    }

    @Test
    void robots_previews_and_those_who_only_look_are_led_on_and_count_as_such() throws Exception {
        mvc.perform(from("Googlebot/2.1", get(path))).andExpect(status().isFound());
        mvc.perform(from("WhatsApp/2.23", get(path))).andExpect(status().isFound());
        mvc.perform(from(BROWSER, head(path))).andExpect(status().isFound());
        mvc.perform(from(BROWSER, get(path)).header("Sec-Purpose", "prefetch;prerender"))
                .andExpect(status().isFound());
        mvc.perform(from(BROWSER, get(path)).header("Sec-Fetch-Mode", "no-cors"))
                .andExpect(status().isFound());
        mvc.perform(from(BROWSER, get(path)).header("Sec-Fetch-Mode", "navigate"))
                .andExpect(status().isFound());
        assertThat(kinds()).containsExactlyInAnyOrder(2, 3, 3, 3, 3, 1);
    }

    @Test
    void a_flood_from_one_address_is_led_on_but_counts_as_one() throws Exception {
        for (int n = 0; n < 70; n++) {
            mvc.perform(from(BROWSER, get(path))).andExpect(status().isFound());
        }
        assertThat(kinds().stream().filter(kind -> kind == 1)).hasSizeLessThanOrEqualTo(60);
        assertThat(kinds()).hasSize(70);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/l/https://evil.example",
                "/l//evil.example/",
                "/l/%2F%2Fevil.example",
                "/l/0000000000",
                "/l/000000001?to=https://evil.example",
                "/l/",
                "/l/%00",
                "/l/..%2f..%2fetc"
            })
    void what_isnt_in_the_table_leads_nowhere(String asked) throws Exception {
        mvc.perform(from(BROWSER, get(URI.create(asked))))
                .andExpect(status().isNotFound())
                .andExpect(header().doesNotExist("Location"));
    }

    @Test
    void nothing_that_the_caller_sends_changes_where_it_leads() throws Exception {
        mvc.perform(from(
                                BROWSER,
                                get(URI.create(path + "?url=https://evil.example&to=//evil.example&next=%0d%0aX:%20y")))
                        .header("Host", "evil.example")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("X-Original-URL", "//evil.example"))
                .andExpect(status().isFound())
                .andExpect(header().string("Location", TARGET + path.substring(3)));
        mvc.perform(from(BROWSER, get(URI.create(path + "/https://evil.example"))))
                .andExpect(status().isNotFound());
        mvc.perform(from(BROWSER, get(URI.create(path + ";u=//evil.example")))).andExpect(status().isNotFound());
    }

    @Test
    void giant_agents_and_parameters_do_no_harm() throws Exception {
        mvc.perform(from("Mozilla/5.0 " + "x".repeat(60_000), get(URI.create(path + "?a=" + "b".repeat(60_000)))))
                .andExpect(status().isFound());
        assertThat(kinds()).containsExactly(2);
    }

    @Test
    void nobody_posts_there() throws Exception {
        mvc.perform(from(BROWSER, post(path))).andExpect(status().isMethodNotAllowed());
        assertThat(kinds()).isEmpty();
    }
}
