package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class PostingTest {

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Reading reading;

    private BrandId brand;

    @BeforeEach
    void brand() {
        brand = given.brand().brand();
    }

    private Stored put(String key, PostDraft draft) {
        return Tenant.in(brand, () -> posting.put(key, draft)).orElseThrow();
    }

    private static PostDraft draft(String text) {
        return PostDraft.of(text, HandClock.START);
    }

    private static PostDraft following(String text, Stored parent) {
        return new PostDraft("", text, List.of(), null, null, List.of(), "", HandClock.START, parent.id());
    }

    @Test
    void the_same_key_puts_one_post_and_the_first_stands() {
        var first = put("k1", draft("First"));
        assertThat(put("k1", draft("Second"))).isEqualTo(first);
        assertThat(Tenant.in(brand, () -> reading.front(null, null).posts()))
                .extracting(PagePost::text)
                .containsExactly("First");
    }

    @Test
    void a_key_of_another_brand_is_another_post() {
        put("k1", draft("Ours"));
        var other = given.brand().brand();
        assertThat(Tenant.in(other, () -> posting.find("k1"))).isEmpty();
        assertThat(Tenant.in(other, () -> posting.put("k1", draft("Theirs")))).isPresent();
    }

    @Test
    void an_address_is_made_of_the_first_words_and_a_mark_of_its_own() {
        var stored = put(UUID.randomUUID().toString(), draft("Uusi kesäpaahto on täällä!"));
        assertThat(stored.slug()).matches("uusi-kesapaahto-on-taalla-[a-z0-9]{6}");
        assertThat(stored.address().toString()).contains("/@").endsWith("/" + stored.slug());
    }

    @Test
    void parts_of_a_thread_stand_below_the_first_and_have_their_place_on_its_page() {
        var first = put("t1", draft("One"));
        var second = put("t2", following("Two", first));
        var third = put("t3", following("Three", second));
        var posts = Tenant.in(brand, () -> reading.front(null, null).posts());
        assertThat(posts).hasSize(1);
        assertThat(posts.getFirst().parts()).extracting(PagePost::text).containsExactly("Two", "Three");
        assertThat(third.address().toString()).endsWith("/" + first.slug() + "#" + third.slug());
    }

    @Test
    void nothing_follows_a_part_that_was_deleted() {
        var first = put("t1", draft("One"));
        Tenant.run(brand, () -> posting.remove(first.id()));
        assertThat(Tenant.in(brand, () -> posting.put("t2", following("Two", first))))
                .isEmpty();
    }

    @Test
    void a_deleted_post_leaves_the_page_with_its_thread_and_its_address_says_so() {
        var first = put("t1", draft("One"));
        put("t2", following("Two", first));
        Tenant.run(brand, () -> posting.remove(first.id()));
        assertThat(Tenant.in(brand, () -> reading.front(null, null).posts())).isEmpty();
        assertThat(Tenant.in(brand, () -> reading.place("t2-unknown"))).isInstanceOf(Place.Nowhere.class);
        assertThat(Tenant.in(brand, () -> reading.place(first.slug()))).isInstanceOf(Place.Gone.class);
        assertThat(Tenant.in(brand, () -> posting.find("t2"))).get().matches(Stored::removed);
    }

    @Test
    void a_quoted_post_of_the_page_is_shown_as_it_stands_and_not_once_it_was_deleted() {
        var quoted = put("q1", draft("Quoted"));
        var card = new Card(quoted.address().toString(), "", "", "", null);
        put(
                "q2",
                new PostDraft("", "Look", List.of(), null, card, List.of(), "", HandClock.START.plusSeconds(9), null));
        assertThat(Tenant.in(brand, () -> reading.front(null, null).posts())
                        .getFirst()
                        .quoted())
                .extracting(PagePost::text)
                .isEqualTo("Quoted");
        Tenant.run(brand, () -> posting.remove(quoted.id()));
        assertThat(Tenant.in(brand, () -> reading.front(null, null).posts())
                        .getFirst()
                        .quoted())
                .isNull();
    }

    @Test
    void only_pictures_of_posts_that_stand_are_shown() {
        var picture = new Picture("abc", "image/jpeg", 10, 10, "A cup");
        var post = put("p", new PostDraft("", "", List.of(picture), null, null, List.of(), "", HandClock.START, null));
        assertThat(Tenant.in(brand, () -> reading.shows("abc"))).isTrue();
        assertThat(Tenant.in(brand, () -> reading.shows("abd"))).isFalse();
        Tenant.run(brand, () -> posting.remove(post.id()));
        assertThat(Tenant.in(brand, () -> reading.shows("abc"))).isFalse();
    }

    @Test
    void the_front_shows_twenty_posts_newest_first_and_the_rest_when_asked_for() {
        for (var n = 0; n < 23; n++) {
            put("n" + n, PostDraft.of("Post " + n, HandClock.START.plusSeconds(n / 2)));
        }
        var front = Tenant.in(brand, () -> reading.front(null, null));
        assertThat(front.posts()).hasSize(20).first().extracting(PagePost::text).isEqualTo("Post 22");
        assertThat(front.older()).isNotNull();
        var older = Tenant.in(brand, () -> reading.front(front.older(), null));
        assertThat(older.posts()).extracting(PagePost::text).containsExactly("Post 2", "Post 1", "Post 0");
        assertThat(older.older()).isNull();
    }
}
