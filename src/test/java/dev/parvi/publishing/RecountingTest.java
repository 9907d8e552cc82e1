package dev.parvi.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.listening.Coverage.Post;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.PostId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.Posted;
import dev.parvi.tracking.LinkPlace;
import dev.parvi.tracking.Linking;
import java.net.URI;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class RecountingTest {

    @Autowired
    Given given;

    @Autowired
    Posted posted;

    @Autowired
    Recounting recounting;

    @Autowired
    Linking linking;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void a_post_is_told_once_with_its_words_links_and_when_it_was_first_out() {
        var seat = given.brand();
        var at = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var post = posted.planned(seat, "New roast", at, given.account(seat), given.account(seat));
        posted.planned(seat, "Not out yet", at, given.account(seat));
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        update delivery set state = 'PUBLISHED', published_at = :at::timestamptz + (id % 7) * interval '1 second',
                            content = '{"title": "", "text": "New roast", "link": "https://a.example/1"}' where post_id = :post
                        """)
                        .param("at", clock.instant().toString())
                        .param("post", post.value())
                        .update()));

        var out = Tenant.in(seat.brand(), () -> recounting.posts(clock.instant().minus(Duration.ofDays(1)), 10));
        assertThat(out).singleElement().satisfies(each -> {
            assertThat(each.id()).isEqualTo(post);
            assertThat(each.text()).isEqualTo("New roast");
            assertThat(each.links()).containsExactly("https://a.example/1");
            assertThat(each.published())
                    .isBetween(clock.instant(), clock.instant().plusSeconds(6));
            assertThat(each.madeOf()).isNull();
        });
        assertThat(Tenant.in(seat.brand(), () -> recounting.posts(List.of(post, new PostId(0)))))
                .extracting(Post::id)
                .containsExactly(post);
        assertThat(Tenant.in(seat.brand(), () -> recounting.deliveries(List.of(post))))
                .hasSize(2);
    }

    @Test
    void of_a_tracked_link_it_tells_what_was_written() {
        var seat = given.brand();
        var at = LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC).plusDays(1);
        var account = given.account(seat);
        var post = posted.planned(seat, "New roast", at, account);
        var place = LinkPlace.post(post, account.id(), 0, null, Map.of("network", "test"));
        var card = Tenant.in(seat.brand(), () -> linking.reserve(place, URI.create("https://a.example/story")));
        var text = Tenant.in(
                seat.brand(),
                () -> linking.reserve(place, "Read (https://b.example/more?x=1), and https://c.example."));
        assertThat(text).doesNotContain("b.example");
        Tenant.run(
                seat.brand(),
                () -> transaction.executeWithoutResult(status -> jdbc.sql("""
                        update delivery set state = 'PUBLISHED', published_at = :at::timestamptz,
                            content = jsonb_build_object('title', '', 'text', :text::text, 'link', :link::text) where post_id = :post
                        """)
                        .param("at", clock.instant().toString())
                        .param("text", text)
                        .param("link", card.toString())
                        .param("post", post.value())
                        .update()));

        assertThat(Tenant.in(seat.brand(), () -> recounting.posts(List.of(post))))
                .singleElement()
                .satisfies(each -> {
                    assertThat(each.links()).containsExactly("https://a.example/story");
                    assertThat(each.text()).isEqualTo("Read (https://b.example/more?x=1), and https://c.example.");
                });
    }
}
