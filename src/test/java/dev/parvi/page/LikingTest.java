package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class LikingTest {

    private static final Visitor MATTI = new Visitor("matti", "203.0.113.7");
    private static final Visitor LIISA = new Visitor("liisa", "203.0.113.8");

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Liking liking;

    @Autowired
    Reading reading;

    private BrandId brand;
    private Stored post;

    @BeforeEach
    void post() {
        brand = given.brand().brand();
        post = Tenant.in(brand, () -> posting.put("k", PostDraft.of("Kahvia", HandClock.START)))
                .orElseThrow();
    }

    private Liking.Done like(boolean wanted, Visitor visitor) {
        return Tenant.in(brand, () -> liking.like(post.slug(), wanted, visitor));
    }

    private PagePost seen(Visitor visitor) {
        return Tenant.in(brand, () -> reading.front(null, visitor)).posts().getFirst();
    }

    @Test
    void a_visitor_counts_once_however_often_they_ask() {
        like(true, MATTI);
        like(true, MATTI);
        like(true, LIISA);
        assertThat(seen(MATTI).likes()).isEqualTo(2);
        assertThat(seen(MATTI).liked()).isTrue();
        assertThat(seen(null).liked()).isFalse();
    }

    @Test
    void a_like_can_be_taken_back() {
        like(true, MATTI);
        like(false, MATTI);
        assertThat(seen(MATTI).likes()).isZero();
        assertThat(seen(MATTI).liked()).isFalse();
    }

    @Test
    void sixty_in_ten_minutes_are_taken_from_one_address() {
        for (var n = 0; n < 60; n++) {
            assertThat(like(true, new Visitor("v" + n, "203.0.113.1"))).isEqualTo(Liking.Done.DONE);
        }
        assertThat(like(true, new Visitor("w", "203.0.113.1"))).isEqualTo(Liking.Done.TOO_MANY);
        assertThat(seen(null).likes()).isEqualTo(60);
    }

    @Test
    void what_is_not_there_can_not_be_liked() {
        Tenant.run(brand, () -> posting.remove(post.id()));
        assertThat(like(true, MATTI)).isEqualTo(Liking.Done.NOWHERE);
    }
}
