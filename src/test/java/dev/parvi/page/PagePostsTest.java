package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.AdditionalAnswers.delegatesTo;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;
import tools.jackson.databind.json.JsonMapper;

@DeskTest
class PagePostsTest {

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    @Autowired
    TransactionTemplate transaction;

    @Test
    void twenty_threads_with_quotes_are_read_in_three_queries() {
        var brand = given.brand().brand();
        var quoted = Tenant.in(brand, () -> posting.put("q", PostDraft.of("Quoted", HandClock.START)))
                .orElseThrow();
        var quote = new Card(quoted.address().toString(), "", "", "", null);
        for (var n = 0; n < 20; n++) {
            var number = n;
            var first = Tenant.in(brand, () -> posting.put("f" + number, draft(quote, null)))
                    .orElseThrow();
            Tenant.in(brand, () -> posting.put("p" + number, draft(quote, first.id())));
        }
        var counting = mock(JdbcClient.class, delegatesTo(jdbc));
        var posts = new PagePosts(counting, json);
        var read = Tenant.in(brand, () -> transaction.execute(status -> posts.whole(posts.latest(20, null, null))));
        verify(counting, times(3)).sql(anyString());
        assertThat(read)
                .hasSize(20)
                .allMatch(post -> post.quoted() != null && post.parts().size() == 1);
    }

    private static PostDraft draft(Card quote, Long parent) {
        return new PostDraft("", "Text", List.of(), null, quote, List.of(), "", HandClock.START.plusSeconds(1), parent);
    }
}
