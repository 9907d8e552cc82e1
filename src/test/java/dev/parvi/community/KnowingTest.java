package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parvi.community.PersonCard.Month;
import dev.parvi.community.PersonCard.Profile;
import dev.parvi.community.Talked.Word;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Duration;
import java.time.LocalDate;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Talked.class)
class KnowingTest extends TalkedTo {

    @Autowired
    Talked talked;

    @Autowired
    Knowing knowing;

    @Autowired
    Linking linking;

    @Autowired
    Reconciling reconciling;

    @Autowired
    Mediating mediating;

    private Word says(String who, String root, Word to, String text, int daysAgo) {
        return talked.says(seat, account, who, root, to, text, clock.instant().minus(Duration.ofDays(daysAgo)));
    }

    private long profile(String name) {
        return (Long) told.value("select id from profile where name = '" + name + "'");
    }

    private PersonCard card(String name) {
        return told.in(() -> knowing.card(seat, profile(name), ""));
    }

    @Test
    void a_card_holds_all_that_somebody_said_to_us_and_nothing_that_others_did() {
        var first = says("anna", "one", null, "What a lovely shop, thank you so much!", 40);
        says("us", "one", first, "Thank you, Anna!", 39);
        says("anna", "two", null, "My order is broken, terrible service!", 1);
        says("bert", "two", null, "Mine came in time.", 1);

        var card = card("anna");
        assertThat(card.said())
                .extracting(each -> each.said().text())
                .containsExactly("My order is broken, terrible service!", "What a lovely shop, thank you so much!");
        assertThat(card.sums().comments()).isEqualTo(2);
        assertThat(card.sums().conversations()).isEqualTo(2);
        assertThat(card.sums().answered()).isEqualTo(1);
        assertThat(card.waiting())
                .singleElement()
                .satisfies(each -> assertThat(each.text()).contains("broken"));
        assertThat(card.next()).isNull();
    }

    @Test
    void the_mood_is_told_by_month_without_a_gap() {
        says("anna", "one", null, "What a lovely shop, thank you so much!", 70);
        says("anna", "two", null, "My order is broken, terrible service!", 1);
        assertThat(card("anna").moods())
                .containsExactly(
                        new Month(YearMonth.of(2026, 8), 0, 0, 1, 0),
                        new Month(YearMonth.of(2026, 9), 0, 0, 0, 0),
                        new Month(YearMonth.of(2026, 10), 0, 0, 0, 0),
                        new Month(YearMonth.of(2026, 11), 1, 0, 0, 0));
    }

    @Test
    void many_words_come_by_pages_and_none_is_left_out() {
        for (var n = 0; n < Knowing.PAGE + 3; n++) {
            says("anna", "one", null, "Word " + n, 2);
        }
        var first = card("anna");
        assertThat(first.said()).hasSize(Knowing.PAGE);
        var second = told.in(() -> knowing.card(seat, profile("anna"), first.next()));
        assertThat(second.said()).hasSize(3).doesNotContainAnyElementsOf(first.said());
        assertThat(second.next()).isNull();
        assertThat(told.in(() -> knowing.card(seat, profile("anna"), "nonsense"))
                        .said())
                .hasSize(Knowing.PAGE);
    }

    @Test
    void what_was_promised_in_a_conflict_stands_on_the_card_of_those_who_are_in_it() {
        var talk = says("anna", "post-1", null, "Three weeks without my order", 1);
        says("bert", "post-2", null, "When do you open?", 1);
        told.in(() -> {
            var id = reconciling.open(seat, talk.conversation());
            return mediating.promise(
                    seat, id, "The money is back on Friday.", clock.instant().plusSeconds(3600));
        });
        assertThat(card("anna").pledges())
                .extracting(each -> each.pledge().text())
                .containsExactly("The money is back on Friday.");
        assertThat(card("bert").pledges()).isEmpty();
    }

    @Test
    void a_promise_stands_open_until_it_is_kept_and_is_late_when_its_day_has_passed() {
        says("anna", "one", null, "Will you call me?", 1);
        var anna = profile("anna");
        told.in(() -> knowing.note(seat, anna, "Call back", true, LocalDate.of(2026, 11, 3)));
        told.in(() -> knowing.note(seat, anna, "Knows coffee well", false, LocalDate.of(2026, 11, 3)));
        assertThat(told.in(() -> knowing.note(seat, anna, "  ", false, null))).isFalse();

        assertThat(card("anna").remarks())
                .extracting(PersonNote::text, PersonNote::due)
                .containsExactly(tuple("Knows coffee well", null));
        var promise = card("anna").promises().getFirst();
        assertThat(promise.late(card("anna").today())).isFalse();
        clock.pass(Duration.ofDays(2));
        assertThat(promise.late(card("anna").today())).isTrue();

        assertThat(told.in(() -> knowing.keep(seat, anna, promise.id(), true))).isTrue();
        assertThat(card("anna").promises().getFirst().open()).isFalse();
        told.in(() -> knowing.keep(seat, anna, promise.id(), false));
        assertThat(card("anna").promises().getFirst().open()).isTrue();
        assertThat(told.in(() -> knowing.drop(seat, anna, promise.id()))).isTrue();
        assertThat(told.in(() -> knowing.drop(seat, anna, promise.id()))).isFalse();
    }

    @Test
    void profiles_that_are_linked_share_a_card_and_each_act_can_be_undone() {
        says("anna", "one", null, "I am Anna", 2);
        says("annika", "two", null, "So am I", 1);
        says("bert", "two", null, "I am not", 1);
        var anna = profile("anna");
        var annika = profile("annika");
        assertThat(told.in(() -> knowing.called(seat, anna, "@ANN")))
                .extracting(Profile::id)
                .containsExactly(annika);
        assertThat(told.in(() -> knowing.called(seat, anna, " "))).isEmpty();

        var joined = told.in(() -> linking.join(seat, anna, annika));
        told.in(() -> knowing.note(seat, annika, "One person", false, null));
        assertThat(card("anna").said()).hasSize(2);
        assertThat(card("anna").notes()).hasSize(1);
        assertThat(card("annika").profiles()).extracting(Profile::id).containsExactly(annika, anna);
        assertThat(told.in(() -> knowing.called(seat, anna, "ann"))).isEmpty();

        var parted = told.in(() -> linking.part(seat, annika));
        assertThat(card("anna").said()).hasSize(1);
        assertThat(told.in(() -> linking.undo(seat, joined)))
                .as("a later act was about them")
                .isFalse();
        assertThat(told.in(() -> linking.undo(seat, parted))).isTrue();
        assertThat(card("anna").said()).hasSize(2);
        assertThat(told.in(() -> linking.undo(seat, parted))).as("once").isFalse();
        assertThat(told.in(() -> linking.undo(seat, joined))).isTrue();
        assertThat(card("anna").said()).hasSize(1);
    }

    @Test
    void two_who_were_joined_with_others_become_one_with_all_of_them_and_back() {
        for (var who : new String[] {"a1", "a2", "b1", "b2"}) {
            says(who, "one", null, "Me", 1);
        }
        told.in(() -> linking.join(seat, profile("a1"), profile("a2")));
        told.in(() -> linking.join(seat, profile("b1"), profile("b2")));
        var act = told.in(() -> linking.join(seat, profile("a2"), profile("b1")));
        assertThat(card("a1").profiles()).hasSize(4);
        told.in(() -> linking.undo(seat, act));
        assertThat(card("a1").profiles()).extracting(Profile::name).containsExactly("a1", "a2");
        assertThat(card("b2").profiles()).extracting(Profile::name).containsExactly("b2", "b1");
    }

    @Test
    void whoever_looks_only_changes_nothing_and_nobody_is_no_one() {
        says("anna", "one", null, "I am Anna", 2);
        var anna = profile("anna");
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThat(told.in(() -> knowing.card(analyst, anna, "")).said()).hasSize(1);
        assertThatThrownBy(() -> told.in(() -> knowing.note(analyst, anna, "x", false, null)))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> told.in(() -> linking.part(analyst, anna))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> told.in(() -> knowing.card(seat, Long.MAX_VALUE, "")))
                .isInstanceOf(NoSuchPerson.class);
        assertThatThrownBy(() -> told.in(() -> linking.join(seat, anna, Long.MAX_VALUE)))
                .isInstanceOf(NoSuchPerson.class);
    }
}
