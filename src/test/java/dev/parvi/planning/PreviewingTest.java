package dev.parvi.planning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class PreviewingTest {

    @Autowired
    Previewing previewing;

    @Autowired
    Composing composing;

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    final AtomicInteger asked = new AtomicInteger();
    HttpServer site;
    Seat seat;
    AccountId account;
    PostId post;

    @BeforeEach
    void make() throws IOException {
        seat = given.brand();
        account = given.account(seat).id();
        post = Tenant.in(seat.brand(), () -> composing.start(seat));
        site = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        site.createContext("/", exchange -> {
            asked.incrementAndGet();
            var page = "<title>Beans of the year</title>".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("content-type", "text/html");
            exchange.sendResponseHeaders(200, page.length);
            exchange.getResponseBody().write(page);
            exchange.close();
        });
        site.start();
    }

    @AfterEach
    void close() {
        site.stop(0);
    }

    @Test
    void what_is_typed_is_drawn_and_measured_for_each_account() {
        var view = plain("Fresh beans ☕").getFirst();
        assertThat(view.parts().getFirst().count()).isEqualTo(13);
        assertThat(view.parts().getFirst().drawing().text().getFirst().text()).isEqualTo("Fresh beans ☕");
        assertThat(view.hard()).isFalse();
        assertThat(plain("").getFirst().hard()).isTrue();
    }

    @Test
    void a_card_is_bare_until_its_page_was_read_and_then_known_for_a_while() {
        var text = "See http://127.0.0.1:" + site.getAddress().getPort() + "/a";
        assertThat(plain(text).getFirst().cardless()).isTrue();
        assertThat(withCards(text)).isEqualTo("Beans of the year");
        assertThat(plain(text).getFirst().cardless()).isFalse();
        withCards(text);
        assertThat(asked).hasValue(1);
        clock.pass(Duration.ofHours(13));
        withCards(text);
        assertThat(asked).hasValue(2);
    }

    @Test
    void a_page_that_cannot_be_read_is_not_asked_again_and_again() {
        site.stop(0);
        var text = "See http://127.0.0.1:" + site.getAddress().getPort() + "/a";
        assertThat(withCards(text)).isEqualTo("127.0.0.1");
        assertThat(plain(text).getFirst().cardless()).isFalse();
    }

    @Test
    void only_who_may_write_has_pages_read() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(
                        seat.brand(), () -> previewing.withCards(analyst, post, draft("https://example.org"))))
                .isInstanceOf(NotAllowed.class);
    }

    private List<View> plain(String text) {
        return Tenant.in(seat.brand(), () -> previewing.of(post, draft(text)));
    }

    private String withCards(String text) {
        var views = Tenant.in(seat.brand(), () -> previewing.withCards(seat, post, draft(text)));
        return views.getFirst().parts().getFirst().drawing().card().title();
    }

    private Draft draft(String text) {
        return Draft.of(text, List.of(account));
    }
}
