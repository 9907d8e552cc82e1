package dev.parvi.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DeskTest
@RecordApplicationEvents
class CommentingTest {

    private static final Visitor MATTI = new Visitor("matti", "203.0.113.7");

    @Autowired
    Given given;

    @Autowired
    Posting posting;

    @Autowired
    Commenting commenting;

    @Autowired
    Moderating moderating;

    @Autowired
    Arranging arranging;

    @Autowired
    Reading reading;

    @Autowired
    Stamps stamps;

    @Autowired
    HandClock clock;

    @Autowired
    ApplicationEvents events;

    private Seat seat;
    private Stored post;

    @BeforeEach
    void post() {
        seat = given.brand();
        post = Tenant.in(seat.brand(), () -> posting.put("k", PostDraft.of("Kahvia", clock.instant())))
                .orElseThrow();
    }

    private String stamp() {
        var stamp = Tenant.in(seat.brand(), stamps::stamp);
        clock.pass(Duration.ofSeconds(5));
        return stamp;
    }

    private Said say(String text, Visitor visitor, Long parent) {
        return say(new Remark("Matti", "", text, parent, "", stamp()), visitor);
    }

    private Said say(Remark remark, Visitor visitor) {
        return Tenant.in(seat.brand(), () -> commenting.say(post.slug(), remark, visitor));
    }

    private List<Strand> seen(Visitor visitor) {
        return ((Place.Here) Tenant.in(seat.brand(), () -> reading.place(post.slug(), visitor))).comments();
    }

    private List<Remarked> held() {
        return Tenant.in(seat.brand(), () -> moderating.comments(seat, Comment.State.HELD, null));
    }

    private void approve(long comment) {
        assertThat(Tenant.in(seat.brand(), () -> moderating.approve(seat, comment)))
                .isTrue();
    }

    private void rule(Rule rule) {
        Tenant.in(seat.brand(), () -> arranging.arrange(seat, "", "", "", rule));
    }

    @Test
    void the_first_comment_of_a_person_waits_and_the_next_is_shown_at_once() {
        assertThat(say("Hyvää!", MATTI, null)).isInstanceOf(Said.Held.class);
        assertThat(seen(null)).isEmpty();
        assertThat(seen(MATTI)).hasSize(1);
        approve(held().getFirst().comment().id());
        assertThat(seen(null)).hasSize(1);
        assertThat(say("Ja vielä.", MATTI, null)).isInstanceOf(Said.Shown.class);
        assertThat(events.stream(PageCommented.class).map(PageCommented::held)).containsExactly(true, false);
    }

    @Test
    void a_comment_with_a_link_waits_even_of_somebody_known() {
        say("Hyvää!", MATTI, null);
        approve(held().getFirst().comment().id());
        assertThat(say("Katso https://example.org/", MATTI, null)).isInstanceOf(Said.Held.class);
    }

    @Test
    void the_brand_may_hold_all_or_none() {
        rule(Rule.NONE);
        assertThat(say("Eka www.example.org", MATTI, null)).isInstanceOf(Said.Shown.class);
        rule(Rule.ALL);
        assertThat(say("Toka", MATTI, null)).isInstanceOf(Said.Held.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "'' | '' | Hei | name | page.comment.name.missing",
                "Matti | matti@ | Hei | email | page.email.wrong",
                "Matti | '' | '  ' | text | page.comment.text.missing",
            })
    void what_is_missing_is_said_beside_its_field(String name, String email, String text, String field, String key) {
        assertThat(say(new Remark(name, email, text, null, "", stamp()), MATTI))
                .isInstanceOfSatisfying(
                        Said.Refused.class,
                        refused -> assertThat(refused.faults()).containsExactly(Map.entry(field, key)));
    }

    @Test
    void two_thousand_characters_fit_and_one_more_does_not() {
        assertThat(say("😀".repeat(2_000), MATTI, null)).isInstanceOf(Said.Held.class);
        assertThat(say("😀".repeat(2_001), MATTI, null)).isInstanceOf(Said.Refused.class);
    }

    @Test
    void what_fills_the_trap_hears_thanks_and_leaves_nothing() {
        assertThat(say(new Remark("Bot", "", "Buy", null, "http://x", stamp()), MATTI))
                .isInstanceOf(Said.Held.class);
        assertThat(held()).isEmpty();
    }

    @Test
    void a_form_sent_within_two_seconds_or_after_a_day_or_without_a_stamp_is_asked_for_again() {
        var quick = Tenant.in(seat.brand(), stamps::stamp);
        assertThat(refusal(quick)).isEqualTo("page.form.quick");
        clock.pass(Duration.ofHours(25));
        assertThat(refusal(quick)).isEqualTo("page.form.old");
        assertThat(refusal("forged")).isEqualTo("page.form.old");
        var foreign = Tenant.in(given.brand().brand(), stamps::stamp);
        clock.pass(Duration.ofSeconds(9));
        assertThat(refusal(foreign)).isEqualTo("page.form.old");
    }

    private String refusal(String stamp) {
        return ((Said.Refused) say(new Remark("M", "", "Hei", null, "", stamp), MATTI))
                .faults()
                .get("");
    }

    @Test
    void six_comments_in_ten_minutes_are_taken_from_one_address_and_then_more_after_them() {
        for (var n = 0; n < 6; n++) {
            assertThat(say("Hei " + n, new Visitor("v" + n, "203.0.113.9"), null))
                    .isInstanceOf(Said.Held.class);
        }
        assertThat(say("Hei", new Visitor("w", "203.0.113.9"), null))
                .isEqualTo(new Said.Refused(Map.of("", "page.comment.pace")));
        assertThat(say("Hei", new Visitor("x", "203.0.113.10"), null)).isInstanceOf(Said.Held.class);
        clock.pass(Duration.ofMinutes(10));
        assertThat(say("Hei", new Visitor("w", "203.0.113.9"), null)).isInstanceOf(Said.Held.class);
    }

    @Test
    void one_home_has_all_addresses_of_its_network() {
        assertThat(new Visitor("a", "2001:db8:1:2:3:4:5:6").origin())
                .isEqualTo(new Visitor("b", "2001:db8:1:2::1").origin())
                .isNotEqualTo(new Visitor("c", "2001:db8:1:3::1").origin());
    }

    @Test
    void answers_stand_below_what_they_answer_and_deeper_ones_name_whom() {
        rule(Rule.NONE);
        var first = ((Said.Shown) say("Eka", MATTI, null)).comment();
        var second = ((Said.Shown) say("Vastaus", MATTI, first)).comment();
        say("Vastauksen vastaus", MATTI, second);
        var strands = seen(null);
        assertThat(strands).hasSize(1);
        assertThat(strands.getFirst().answers()).extracting(Strand.Answer::to).containsExactly("", "Matti");
    }

    @Test
    void a_deleted_comment_loses_its_words_and_keeps_its_place_only_where_it_was_answered() {
        rule(Rule.NONE);
        var answered = ((Said.Shown) say("Eka", MATTI, null)).comment();
        say("Vastaus", MATTI, answered);
        var alone = ((Said.Shown) say("Toka", MATTI, null)).comment();
        Tenant.run(seat.brand(), () -> moderating.delete(seat, answered));
        Tenant.run(seat.brand(), () -> moderating.delete(seat, alone));
        var strands = seen(null);
        assertThat(strands).hasSize(1);
        assertThat(strands.getFirst().comment().text()).isEmpty();
        assertThat(Tenant.in(seat.brand(), () -> moderating.delete(seat, alone)))
                .isFalse();
    }

    @Test
    void nobody_says_anything_under_what_was_deleted() {
        Tenant.run(seat.brand(), () -> posting.remove(post.id()));
        assertThat(say("Hei", MATTI, null)).isInstanceOf(Said.Nowhere.class);
    }

    @Test
    void an_author_does_not_moderate_and_a_moderator_does_not_arrange() {
        var author = given.colleague(seat, Role.AUTHOR);
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> moderating.approve(author, 1)))
                .isInstanceOf(NotAllowed.class);
        var moderator = given.colleague(seat, Role.MODERATOR);
        assertThat(Tenant.in(seat.brand(), () -> moderating.comments(moderator, Comment.State.SHOWN, null)))
                .isEmpty();
        assertThatThrownBy(() -> Tenant.in(seat.brand(), () -> arranging.arrange(moderator, "", "", "", Rule.ALL)))
                .isInstanceOf(NotAllowed.class);
    }

    @Test
    void the_page_takes_the_title_introduction_and_language_it_is_given_and_refuses_what_does_not_fit() {
        assertThat(Tenant.in(seat.brand(), () -> arranging.arrange(seat, "Paahtimo", "Kahvia", "ru", Rule.ALL)))
                .isEmpty();
        var site = Tenant.in(seat.brand(), reading::site);
        assertThat(site.name()).isEqualTo("Paahtimo");
        assertThat(site.locale().getLanguage()).isEqualTo("ru");
        assertThat(Tenant.in(
                        seat.brand(), () -> arranging.arrange(seat, "x".repeat(81), "y".repeat(501), "xx", Rule.ALL)))
                .containsOnlyKeys("title", "intro", "language");
    }

    @Test
    void the_tally_counts_what_waits_and_what_is_shown() {
        say("Hyvää!", MATTI, null);
        assertThat(Tenant.in(seat.brand(), moderating::tally)).satisfies(tally -> {
            assertThat(tally.of(Comment.State.HELD)).isEqualTo(1);
            assertThat(tally.of(Comment.State.SHOWN)).isZero();
        });
    }
}
