package dev.parvi.team;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.MemberId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.team.HandOff.State;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@DeskTest
@RecordApplicationEvents
class HandingOffTest {

    private static final HandOff.Subject SUBJECT = new HandOff.Subject("conversation", 17);

    @Autowired
    Given given;

    @Autowired
    HandClock clock;

    @Autowired
    HandingOff handingOff;

    @Autowired
    Receiving receiving;

    @Autowired
    ApplicationEvents events;

    Seat seat;

    @BeforeEach
    void a_brand() {
        seat = given.brand();
    }

    @Test
    void an_outsider_sees_the_case_by_its_link_and_answers_it_once() {
        var token = link(null, "Press office");
        var shown = receiving.open(token).orElseThrow();
        assertThat(shown.packet().said()).extracting(Packet.Line::text).containsExactly("The cup was cold");
        assertThat(receiving.reply(token, State.ACCEPTED, "")).isTrue();
        assertThat(receiving.reply(token, State.ANSWERED, " We replaced it. ")).isTrue();
        assertThat(receiving.reply(token, State.ANSWERED, "Again")).isFalse();
        assertThat(only().answer()).isEqualTo("We replaced it.");
        assertThat(only().state()).isEqualTo(State.ANSWERED);
        assertThat(only().openedAt()).isNotNull();
        assertThat(events.stream(HandOffAnswered.class))
                .containsExactly(new HandOffAnswered(seat.brand(), only().id(), SUBJECT, State.ANSWERED));
    }

    @Test
    void a_link_ends_a_week_after_the_answer_was_expected_and_when_the_case_is_withdrawn() {
        var expired = link(null, "Press office");
        clock.pass(Duration.ofDays(8));
        assertThat(receiving.open(expired)).as("a day and a week").isEmpty();
        var withdrawn = link(null, "Press office");
        assertThat(in(() -> handingOff.withdraw(
                        seat, handingOff.of(seat, SUBJECT).getFirst().id())))
                .isTrue();
        assertThat(receiving.open(withdrawn)).isEmpty();
        assertThat(receiving.reply(withdrawn, State.ANSWERED, "Late")).isFalse();
        assertThat(receiving.open("nobody's")).isEmpty();
    }

    @Test
    void a_colleague_answers_what_they_were_given_and_nobody_else_does() {
        var olli = given.colleague(seat, Role.ANALYST);
        assertThat(give(olli.member(), "")).isEmpty();
        var id = only().id();
        assertThat(in(() -> handingOff.waiting(olli)).mine()).isOne();
        assertThat(in(() -> handingOff.reply(seat, id, State.ANSWERED, "Not mine")))
                .isFalse();
        assertThat(in(() -> handingOff.reply(olli, id, State.DECLINED, "Sales knows")))
                .isTrue();
        assertThat(only().state()).isEqualTo(State.DECLINED);
        assertThat(in(() -> handingOff.waiting(olli)).mine()).isZero();
    }

    @Test
    void what_is_not_answered_in_time_is_counted() {
        give(given.colleague(seat, Role.AUTHOR).member(), "");
        clock.pass(Duration.ofDays(1).plusSeconds(1));
        assertThat(in(() -> handingOff.waiting(seat)).overdue()).isOne();
        assertThat(only().overdue(clock.instant())).isTrue();
    }

    @Test
    void who_moderates_sees_all_and_others_only_their_own() {
        var olli = given.colleague(seat, Role.ANALYST);
        give(seat.member(), "");
        assertThat(in(() -> handingOff.all(olli))).isEmpty();
        assertThat(in(() -> handingOff.all(seat))).hasSize(1);
        assertThat(in(() -> handingOff.of(seat, SUBJECT))).hasSize(1);
        assertThat(in(() -> handingOff.of(seat, new HandOff.Subject("conversation", 18))))
                .isEmpty();
    }

    @Test
    void who_may_not_moderate_gives_nothing_and_takes_nothing_back() {
        var author = given.colleague(seat, Role.AUTHOR);
        assertThatThrownBy(() -> in(() -> handingOff.give(author, packet(), request(null, "Anna"), Locale.ENGLISH)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> in(() -> handingOff.withdraw(author, 1))).isInstanceOf(NotAllowed.class);
    }

    @Test
    void somebody_of_another_brand_is_given_nothing() {
        var stranger = given.brand().member();
        assertThatThrownBy(() -> give(stranger, "")).isInstanceOf(NotAMember.class);
    }

    @Test
    void what_is_wrong_with_a_request_is_said_by_field() {
        var empty = new HandingOff.Request(HandOff.Job.PR, null, " ", "no address", " ", clock.instant());
        assertThat(handingOff.faults(empty)).containsOnlyKeys("need", "name", "email", "by");
        assertThatThrownBy(() -> in(() -> handingOff.give(seat, packet(), empty, Locale.ENGLISH)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void an_answer_without_words_is_refused() {
        var token = link(null, "Press office");
        assertThatThrownBy(() -> receiving.reply(token, State.ANSWERED, " "))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(Receiving.fits(State.DECLINED, "x".repeat(4_001))).isFalse();
        assertThat(Receiving.fits(State.WITHDRAWN, "No")).isFalse();
    }

    @Test
    void a_packet_keeps_the_latest_two_hundred_lines() {
        var lines = IntStream.range(0, 250)
                .mapToObj(i -> new Packet.Line("Anna", clock.instant(), "line " + i, false))
                .toList();
        assertThat(new Packet(List.of(), lines).said())
                .hasSize(200)
                .first()
                .satisfies(line -> assertThat(line.text()).isEqualTo("line 50"));
    }

    private HandOff only() {
        return in(() -> handingOff.all(seat)).getFirst();
    }

    private String link(@Nullable MemberId member, String name) {
        var link = in(() -> handingOff.give(seat, packet(), request(member, name), Locale.ENGLISH))
                .orElseThrow();
        return link.substring(link.lastIndexOf('/') + 1);
    }

    private java.util.Optional<String> give(MemberId member, String name) {
        return in(() -> handingOff.give(seat, packet(), request(member, name), Locale.ENGLISH));
    }

    private HandingOff.Case packet() {
        var said = new Packet.Line("Anna", clock.instant(), "The cup was cold", false);
        return new HandingOff.Case(SUBJECT, "Cold coffee", new Packet(List.of("Bought on Monday"), List.of(said)));
    }

    private HandingOff.Request request(@Nullable MemberId member, String name) {
        var by = clock.instant().plus(Duration.ofDays(1));
        return new HandingOff.Request(HandOff.Job.SUPPORT, member, name, "", "Find out why", by);
    }

    private <T> T in(Supplier<T> work) {
        return Tenant.in(seat.brand(), work::get);
    }
}
