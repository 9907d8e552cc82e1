package dev.parvi.tracking.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.BrowserTest;
import dev.parvi.team.Seat;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Tracked links over a real line to the real web server, in front of which they are answered. */
class LinkInTomcatTest extends BrowserTest {

    private static final String BROWSER =
            "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36";

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
        var place = LinkPlace.post(new PostId(1), new AccountId(1), 0, null, Map.of("network", "test"));
        path = Tenant.in(seat.brand(), () -> linking.reserve(place, URI.create("https://example.org/coffee")))
                .getPath();
    }

    /** The whole answer to what is sent as it stands. */
    private String says(String request) throws IOException {
        try (var line = new Socket(
                InetAddress.getLoopbackAddress(), URI.create(address()).getPort())) {
            line.setSoTimeout(20_000);
            line.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            line.shutdownOutput();
            return new String(line.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    private String asks(String method, String at, String... headers) throws IOException {
        return says(method + " " + at + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nUser-Agent: " + BROWSER
                + "\r\n"
                + String.join(
                        "", List.of(headers).stream().map(each -> each + "\r\n").toList()) + "\r\n");
    }

    private List<String> visits(String what) {
        return Tenant.in(
                seat.brand(),
                () -> transaction.execute(status -> jdbc.sql("select " + what + " from visit order by at, kind")
                        .query((row, n) -> row.getString(1))
                        .list()));
    }

    @Test
    void people_are_led_on_without_a_session_and_each_is_known_by_what_the_proxy_says() throws IOException {
        var answer = asks("GET", path, "X-Forwarded-For: 198.51.100.7");
        assertThat(answer)
                .startsWith("HTTP/1.1 302")
                .contains("Location: https://example.org/coffee?utm_source=test&utm_medium=social&pv="
                        + path.substring(3))
                .contains("Cache-Control: no-store", "Referrer-Policy: strict-origin", "Content-Length: 0")
                .doesNotContain("Set-Cookie", "JSESSIONID");
        asks("GET", path, "X-Forwarded-For: 203.0.113.1, 198.51.100.8");
        asks("GET", path, "X-Forwarded-For: 198.51.100.99, 198.51.100.7, 10.0.0.1");
        assertThat(visits("kind")).containsExactly("1", "1", "1");
        assertThat(visits("visitor").stream().distinct()).hasSize(2);
    }

    @Test
    void a_line_serves_one_after_the_other() throws IOException {
        var one = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + BROWSER + "\r\n\r\n";
        assertThat(says(one + one + one.replace("GET", "HEAD")).split("HTTP/1.1 302", -1))
                .hasSize(4);
        assertThat(visits("kind")).containsExactly("1", "1", "3");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/l/000000001",
                "/l/",
                "/l//evil.example",
                "/l/%2F%2Fevil.example",
                "/l/..%2f..%2fetc",
                "/l/../l/x",
                "/l/%00",
                "/l/x;u=//evil.example",
                "http://evil.example/l/000000001",
                "//evil.example/l/x"
            })
    void nothing_made_up_leads_anywhere(String at) throws IOException {
        assertThat(asks("GET", at)).doesNotStartWith("HTTP/1.1 3").doesNotContain("Location:");
    }

    @Test
    void whoever_s_host_is_named_it_leads_where_the_table_says() throws IOException {
        assertThat(says("GET http://evil.example" + path + "?to=//evil.example HTTP/1.1\r\nHost: evil.example\r\n"
                        + "X-Forwarded-Host: evil.example\r\nConnection: close\r\nUser-Agent: " + BROWSER + "\r\n\r\n"))
                .contains("Location: https://example.org/coffee?")
                .doesNotContain("evil");
        assertThat(asks("POST", path, "Content-Length: 0")).startsWith("HTTP/1.1 405");
        assertThat(visits("kind")).containsExactly("1");
    }

    @Test
    void what_is_no_sound_request_leads_nowhere_and_counts_nothing() throws IOException {
        var sound = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + BROWSER + "\r\n\r\n";
        for (var wrong : List.of(
                sound.replace("Host: localhost\r\n", ""),
                sound.replace("Host: localhost", "Host: a b"),
                sound.replace("\r\n\r\n", "\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\n"),
                sound.replace("\r\n\r\n", "\r\nX-Giant: " + "x".repeat(60_000) + "\r\n\r\n"),
                sound.replace("HTTP/1.1", "HTTP/9.9"))) {
            assertThat(says(wrong)).doesNotStartWith("HTTP/1.1 2").doesNotStartWith("HTTP/1.1 3");
        }
        assertThat(visits("kind")).isEmpty();
        assertThat(says(sound)).startsWith("HTTP/1.1 302");
    }

    @Test
    void a_body_nobody_asked_for_is_no_second_request() throws IOException {
        var hidden = "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + BROWSER + "\r\n\r\n";
        var answer = says("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nUser-Agent: " + BROWSER
                + "\r\nContent-Length: " + hidden.length() + "\r\nConnection: close\r\n\r\n" + hidden);
        assertThat(answer.split("HTTP/1.1 ", -1)).hasSize(2);
        assertThat(visits("kind")).containsExactly("1");
    }
}
