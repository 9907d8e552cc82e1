package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import dev.parvi.brand.Branding;
import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;

@DeskTest
class ReviewingTest {

    @Autowired
    Given given;

    @Autowired
    Reviewing reviewing;

    @Autowired
    Remarking remarking;

    @Autowired
    Arranging arranging;

    @Autowired
    Hearing hearing;

    @Autowired
    Tending tending;

    @Autowired
    Branding branding;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    @Autowired
    MockMvc mvc;

    private Seat seat;
    private String home;

    @BeforeEach
    void a_page_that_is_open_for_reviews() {
        seat = given.brand();
        home = "/@" + Tenant.in(seat.brand(), branding::current).handle();
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "", "", "en", Rule.NONE));
        Tenant.run(seat.brand(), () -> arranging.reviews(seat, true));
    }

    @Test
    void reviews_are_off_until_a_manager_opens_them() throws Exception {
        var other = given.brand();
        var there = "/@" + Tenant.in(other.brand(), branding::current).handle();
        mvc.perform(get(there + "/reviews").with(given.visitor())).andExpect(status().isNotFound());
        mvc.perform(get(there).with(given.visitor())).andExpect(content().string(not(containsString("/reviews"))));
        mvc.perform(post(given.at(other) + "/page/reviews").param("on", "true").with(given.signedIn(other)))
                .andExpect(status().is3xxRedirection());
        mvc.perform(get(there + "/reviews").with(given.visitor())).andExpect(status().isOk());
        mvc.perform(get(there).with(given.visitor())).andExpect(content().string(containsString("/reviews")));
    }

    @Test
    void the_average_is_rounded_down_and_says_of_how_many_it_is() throws Exception {
        review("one", 5, "Erinomaista");
        review("two", 5, "Hyvää");
        review("three", 4, "Ihan hyvää");
        var ratings = reviewed().ratings();
        assertThat(ratings.average()).isEqualTo(new BigDecimal("4.6"));
        assertThat(ratings.each()).isEqualTo(List.of(0L, 0L, 0L, 1L, 2L));
        mvc.perform(get(home + "/reviews").with(given.visitor()))
                .andExpect(content().string(containsString("4.6 of 5 stars, from 3 reviews")))
                .andExpect(content().string(containsString("\"ratingValue\":4.6")))
                .andExpect(content().string(containsString("\"reviewCount\":3")));
    }

    @Test
    void without_reviews_no_average_is_claimed() throws Exception {
        mvc.perform(get(home + "/reviews").with(given.visitor()))
                .andExpect(content().string(containsString("Nobody has written a review yet")))
                .andExpect(content().string(not(containsString("aggregateRating"))));
    }

    @Test
    void what_waits_or_is_hidden_does_not_count() {
        var said = review("one", 1, "Kamalaa");
        review("two", 5, "Hyvää");
        Tenant.in(seat.brand(), () -> tending.tend(said, Deed.HOLD));
        assertThat(reviewed().ratings().count()).isEqualTo(1);
        assertThat(reviewed().reviews()).hasSize(1);
    }

    @Test
    void a_second_review_of_a_visitor_changes_the_first_and_is_heard_as_changed() {
        var first = review("one", 2, "Ensin näin");
        var change = last().change();
        assertThat(review("one", 4, "Sitten näin")).isEqualTo(first);
        assertThat(reviewed().reviews()).hasSize(1);
        var heard = last();
        assertThat(heard.change()).isGreaterThan(change);
        assertThat(heard.comment().stars()).isEqualTo(4);
        assertThat(heard.comment().text()).isEqualTo("Sitten näin");
        assertThat(heard.comment().editedAt()).isNotNull();
        assertThat(heard.address().toString()).endsWith("/reviews#c" + first);
    }

    @Test
    void the_brand_answers_below_and_visibly_as_itself() throws Exception {
        var said = review("one", 3, "Kahvi oli kylmää");
        var answer = Tenant.in(
                        seat.brand(),
                        () -> remarking.answerReview("k-" + said, said, "Anteeksi! Tarjoamme uuden.", clock.instant()))
                .orElseThrow();
        assertThat(answer.address().toString()).endsWith("/reviews#c" + answer.id());
        assertThat(Tenant.in(seat.brand(), () -> hearing.review(said)))
                .extracting(each -> each.comment().id())
                .containsExactly(said, answer.id());
        mvc.perform(get(home + "/reviews").with(given.visitor()))
                .andExpect(content().string(containsString("Tarjoamme uuden")))
                .andExpect(content().string(containsString("is-ours")));
    }

    @Test
    void stars_and_words_are_asked_for_and_what_was_typed_stays() throws Exception {
        mvc.perform(post(home + "/reviews")
                        .param("name", "Matti")
                        .param("text", "Hyvää kahvia")
                        .with(given.visitor()))
                .andExpect(status().isUnprocessableContent())
                .andExpect(content().string(containsString("Choose one to five stars")))
                .andExpect(content().string(containsString("Hyvää kahvia")));
    }

    @Test
    void a_held_review_stands_on_the_desk_to_be_read() throws Exception {
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "", "", "en", Rule.ALL));
        assertThat(saying("one", 5, "Luettavaksi")).isInstanceOf(Said.Held.class);
        mvc.perform(get(given.at(seat) + "/page").with(given.signedIn(seat)))
                .andExpect(content().string(containsString("Luettavaksi")))
                .andExpect(content().string(containsString("5 stars")));
    }

    private long review(String visitor, int stars, String text) {
        return ((Said.Shown) saying(visitor, stars, text)).comment();
    }

    private Said saying(String visitor, int stars, String text) {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofSeconds(10));
        var review = new Review(stars, new Remark("Matti", "", text, null, "", stamp));
        return Tenant.in(
                seat.brand(), () -> reviewing.review(review, new Visitor(seat.brand() + visitor, "203.0.113.77")));
    }

    private Reviewed reviewed() {
        return Tenant.in(seat.brand(), () -> reviewing.reviewed(null, null)).orElseThrow();
    }

    private Uttered last() {
        return Tenant.in(seat.brand(), () -> hearing.since(0, 100)).getLast();
    }
}
