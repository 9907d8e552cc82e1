package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class SubscribingTest {

    private static final String TOPIC = "https://example.org/feed";
    private static final String NEWS = WildFeeds.RSS + WildFeeds.item("Told") + WildFeeds.END;

    @Autowired
    Given given;

    @Autowired
    Following following;

    @Autowired
    Subscribing subscribing;

    @Autowired
    MockMvc mvc;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private WildServer hub;
    private Seat seat;
    private Map<String, String> asked;

    @BeforeEach
    void a_hub_is_asked() throws IOException {
        hub = new WildServer();
        hub.on("/hub", WildServer.status("202 Accepted", "", new byte[0]));
        seat = given.brand();
        in(() -> following.add(seat, NewSource.feed(TOPIC, "", List.of())));
        in(() -> jdbc.sql("update fetching set hub = :hub, hub_topic = :topic")
                .param("hub", hub.at("/hub").toString())
                .param("topic", TOPIC)
                .update());
        subscribing.ask();
        asked = Stream.of(hub.asked().getLast().body().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    @AfterEach
    void done() throws IOException {
        in(() -> jdbc.sql("update fetching set next_at = null, hub = ''").update());
        hub.close();
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), () -> transaction.execute(status -> work.get()));
    }

    private String door() {
        return URI.create(asked.get("hub.callback")).getPath();
    }

    private String state() {
        return in(() ->
                jdbc.sql("select hub_state from fetching").query(String.class).single());
    }

    private long items() {
        return in(() -> jdbc.sql("select count(*) from item").query(Long.class).single());
    }

    private String signature(String method, String of) throws Exception {
        var mac = Mac.getInstance(method);
        mac.init(new SecretKeySpec(asked.get("hub.secret").getBytes(StandardCharsets.US_ASCII), method));
        return HexFormat.of().formatHex(mac.doFinal(of.getBytes(StandardCharsets.UTF_8)));
    }

    private void confirmed() throws Exception {
        mvc.perform(get(door() + "?hub.mode=subscribe&hub.topic=" + TOPIC
                        + "&hub.challenge=abc&hub.lease_seconds=86400"))
                .andExpect(status().isOk())
                .andExpect(content().string("abc"));
    }

    @Test
    void what_we_asked_for_is_confirmed_and_nothing_else() throws Exception {
        assertThat(asked).containsEntry("hub.mode", "subscribe").containsEntry("hub.topic", TOPIC);
        mvc.perform(get(door() + "?hub.mode=subscribe&hub.topic=https://other.example/&hub.challenge=abc"))
                .andExpect(status().isNotFound());
        mvc.perform(get(door() + "?hub.mode=unsubscribe&hub.topic=" + TOPIC + "&hub.challenge=abc"))
                .andExpect(status().isNotFound());
        confirmed();

        assertThat(state()).isEqualTo("TOLD");
    }

    @Test
    void news_with_its_signature_come_in() throws Exception {
        confirmed();
        mvc.perform(post(door())
                        .content(NEWS)
                        .contentType("application/rss+xml")
                        .header("X-Hub-Signature", "sha256=" + signature("HmacSHA256", NEWS)))
                .andExpect(status().isAccepted());

        assertThat(items()).isEqualTo(1);
    }

    @Test
    void what_is_not_signed_by_the_hub_changes_nothing() throws Exception {
        confirmed();
        for (var signature : List.of(
                "",
                "sha256=",
                "sha256=00",
                "md5=" + signature("HmacSHA1", NEWS),
                "sha1=" + signature("HmacSHA1", "other"))) {
            mvc.perform(post(door())
                            .content(NEWS)
                            .contentType("application/rss+xml")
                            .header("X-Hub-Signature", signature))
                    .andExpect(status().isAccepted());
        }

        assertThat(items()).isZero();
    }

    @Test
    void a_path_that_nobody_was_given_is_gone() throws Exception {
        mvc.perform(post("/websub/00000000-0000-0000-0000-000000000000").content(NEWS))
                .andExpect(status().isGone());
    }

    @Test
    void a_hub_that_denies_is_left_alone_for_a_week() throws Exception {
        mvc.perform(get(door() + "?hub.mode=denied&hub.topic=" + TOPIC)).andExpect(status().isNotFound());

        assertThat(state()).isEqualTo("REFUSED");
        var before = hub.asked().size();
        subscribing.ask();
        assertThat(hub.asked()).hasSize(before);
    }

    @Test
    void it_is_asked_again_before_its_promise_is_over() throws Exception {
        confirmed();
        var before = hub.asked().size();
        clock.pass(Duration.ofHours(20));
        subscribing.ask();
        assertThat(hub.asked()).hasSize(before);
        clock.pass(Duration.ofHours(2));
        subscribing.ask();
        assertThat(hub.asked()).hasSize(before + 1);
    }

    @Test
    void only_a_desk_that_can_be_reached_asks() {
        assertThat(List.of("https://desk.example.org", "http://8.8.8.8"))
                .allMatch(address -> Subscribing.reachable(URI.create(address)));
        assertThat(List.of(
                        "http://localhost:8080",
                        "http://127.0.0.1",
                        "http://192.168.1.5",
                        "http://desk",
                        "http://[::1]"))
                .noneMatch(address -> Subscribing.reachable(URI.create(address)));
    }
}
