package dev.parvi.connector.wordpress;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Sent;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a blog may hold of one parcel after callers that overlapped, each step of theirs as a real blog was seen to take it. */
class OverlapsTest {

    private final RecordedBlog blog = new RecordedBlog();
    private final RecordedNetwork network = new RecordedNetwork(blog, Said.limited());
    private final KeptAccess access = new KeptAccess(
            new Login(network.address().resolve("/wp-json/"), "blog.example.org", blog.user(), blog.password(), 2)
                    .kept());
    private final WordPress wordpress = WordPressParts.connector();
    private final Parcel parcel = new Parcel(1, "key", Instant.EPOCH, Message.of("Kahvi"), List.of());
    private final String slug = Slugs.of(parcel);

    @AfterEach
    void close() {
        network.close();
    }

    private Sent published() {
        return ((Published) wordpress.publish(access, parcel)).sent();
    }

    private Sent found() {
        return ((Finding.Found) wordpress.find(access, parcel)).sent();
    }

    private void isTheOnly(long post) {
        var sent = published();
        assertThat(sent.address()).isEqualTo(URI.create(RecordedBlog.HOME + "/" + slug + "/"));
        assertThat(WordPressContract.number(sent)).isEqualTo(post);
        assertThat(found()).isEqualTo(sent);
        assertThat(published()).isEqualTo(sent);
        assertThat(blog.shown()).hasSize(1);
    }

    @Test
    void drafts_that_share_the_slug_leave_one_post_under_it() {
        var first = blog.met(slug, "draft");
        blog.met(slug, "draft");
        blog.met(slug, "draft");
        blog.met(slug + "-2", "draft");
        isTheOnly(first);
        assertThat(blog.posts.values().stream()
                        .filter(each -> each.path("status").asString().equals("draft")))
                .isEmpty();
    }

    @Test
    void a_post_whose_publisher_died_before_it_got_its_slug_is_found_and_gets_it() {
        var draft = blog.met(slug, "draft");
        var post = blog.met(slug + "-5", "publish");
        assertThat(WordPressContract.number(found())).isEqualTo(post).isNotEqualTo(draft);
        isTheOnly(post);
    }

    @Test
    void of_two_that_are_out_the_one_with_the_slug_stays() {
        blog.met(slug + "-2", "publish");
        var second = blog.met(slug, "publish");
        published();
        isTheOnly(second);
    }

    @Test
    void of_two_that_are_out_without_the_slug_the_first_is_the_parcels() {
        var first = blog.met(slug + "-3", "publish");
        var second = blog.met(slug + "-2", "publish");
        assertThat(WordPressContract.number(published())).isEqualTo(first);
        assertThat(WordPressContract.number(found())).isEqualTo(first).isNotEqualTo(second);
    }

    @Test
    void where_a_blog_numbers_every_slug_the_post_stays_as_it_is_after_three_tries() {
        try (var numbering = new RecordedNetwork(
                request -> {
                    var answer = blog.answer(request);
                    if (request.text().contains("\"slug\"") && request.path().matches(".*posts/\\d+.*")) {
                        blog.posts.values().forEach(post -> post.put("slug", slug + "-2"));
                        return answer.with("slug", slug + "-2");
                    }
                    return answer;
                },
                Said.limited())) {
            access.set("root", numbering.address().resolve("/wp-json/").toString());
            var sent = published();
            assertThat(numbering.requests("wp/v2/posts/")).hasSize(1 + 3);
            assertThat(found().id()).isEqualTo(sent.id());
            assertThat(blog.shown()).hasSize(1);
        }
    }
}
