package dev.parvi.listening;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.Source.Kind;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.SourceId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class DiscoveringTest {

    private static final String FEED = WildFeeds.RSS + WildFeeds.item("Found") + WildFeeds.END;

    @Autowired
    Given given;

    @Autowired
    Discovering discovering;

    @Autowired
    Following following;

    private WildServer server;
    private Seat seat;

    @BeforeEach
    void a_site() throws IOException {
        server = new WildServer();
        seat = given.brand();
    }

    @AfterEach
    void done() throws IOException {
        server.close();
    }

    private Discovered at(String path) {
        return find(server.at(path).toString());
    }

    private Discovered find(String typed) {
        return Tenant.in(seat.brand(), () -> discovering.at(seat, typed));
    }

    private List<@Nullable SourceId> followed(Discovered found) {
        return found.choices().stream()
                .map(choice ->
                        choice.followed() == null ? null : choice.followed().id())
                .toList();
    }

    @Test
    void what_is_followed_already_is_said_to_be_however_its_address_is_written() {
        server.on("/f", "text/plain", FEED);
        server.on("/moved", WildServer.status("301 Moved", "location: /f", new byte[0]));
        server.on("/p", "text/html", "<html><head><title>P</title></head><body><h1>P</h1><p>Hello</p></body></html>");
        var address = server.at("/f").toString();
        assertThat(followed(at("/f"))).containsExactly((SourceId) null);

        var id = Tenant.in(seat.brand(), () -> following.add(seat, NewSource.feed(address + "/", "F", List.of())))
                .id();
        assertThat(followed(at("/f"))).containsExactly(id);
        assertThat(followed(at("/moved"))).containsExactly(id);
        assertThat(followed(find(address.substring(7)))).containsExactly(id);
        Tenant.run(seat.brand(), () -> following.remove(seat, id));
        assertThat(followed(at("/f"))).containsExactly((SourceId) null);

        var page = Tenant.in(
                        seat.brand(),
                        () -> following.add(seat, NewSource.page(server.at("/p").toString(), "")))
                .id();
        assertThat(followed(at("/p"))).containsExactly(page);
    }

    @Test
    void a_feed_is_itself() {
        server.on("/f", "text/plain", FEED);

        var found = at("/f");
        assertThat(found.reason()).isEmpty();
        assertThat(found.choices()).singleElement().satisfies(choice -> {
            assertThat(choice.kind()).isEqualTo(Kind.FEED);
            assertThat(choice.title()).isEqualTo("Feed");
            assertThat(choice.titles()).containsExactly("Found");
        });
    }

    @Test
    void a_page_names_its_feeds_and_can_be_watched_itself() {
        server.on("/p", "text/html", """
                <html><head><title>P</title><link rel="alternate" type="application/rss+xml" href="/news.rss"><link rel="alternate" type="application/atom+xml" href="/lost.atom">
                <link rel="alternate" hreflang="fi" href="/fi"></head><body><p>Hello</p></body></html>
                """);
        server.on("/news.rss", "application/rss+xml", FEED);

        assertThat(at("/p").choices()).extracting(Discovered.Choice::kind).containsExactly(Kind.FEED, Kind.PAGE);
        assertThat(at("/p").choices().getFirst().address())
                .isEqualTo(server.at("/news.rss").toString());
    }

    @Test
    void a_page_that_names_none_may_have_one_at_a_usual_place() {
        server.on("/blog/", "text/html", "<html><body><p>Hello</p></body></html>");
        server.on("/rss.xml", "application/rss+xml", FEED);

        assertThat(at("/blog/").choices().getFirst().address())
                .isEqualTo(server.at("/rss.xml").toString());
    }

    @Test
    void a_scheme_may_be_left_out() {
        server.on("/f", "text/plain", FEED);

        assertThat(find(server.at("/f").toString().substring(7)).choices()).hasSize(1);
    }

    @Test
    void what_cannot_be_called_says_why() {
        assertThat(find("  ").reason()).isEqualTo("malformed");
        assertThat(find("ftp://example.org").reason()).isEqualTo("malformed");
        assertThat(at("/nothing").reason()).isEqualTo("not_found");
    }
}
