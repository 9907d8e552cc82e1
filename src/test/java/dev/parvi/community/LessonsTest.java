package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.community.Correcting.Stated;
import dev.parvi.community.Talked.Word;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.platform.Tenant;
import dev.parvi.support.TestTalks;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.text.Language;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What moderators correct counts from then on, also for what nobody corrected; and it goes as it came. */
class LessonsTest extends Lectured {

    @Test
    void fifty_corrections_hold_for_two_hundred_paraphrases_nobody_corrected_heard_before_or_after()
            throws IOException {
        var texts = kind(false);
        assertThat(texts).hasSize(200);
        var before = say(texts.subList(0, 100));
        var corrected = say(kind(true));
        assertThat(corrected).hasSize(50);
        var rightBefore = right(before);

        corrected.forEach(word -> correct(word, Mood.NEGATIVE, Mark.COMPLAINT));
        assertThat(right(corrected)).isEqualTo(50);
        assertThat(right(before)).isEqualTo(rightBefore);
        learn();
        var after = say(texts.subList(100, 200));

        var now = right(before) + right(after);
        assertThat(rightBefore).isLessThan(10);
        assertThat(now).as("right of 200").isGreaterThan(150);
        assertThat((Long) told.value("select count(*) from conversation where priority = 3"))
                .as("they stand where complaints stand")
                .isGreaterThanOrEqualTo(now + 50);
    }

    @Test
    void undone_it_counts_no_more_neither_for_it_nor_for_others() {
        var other = says(DULL);
        var moodBefore = mood(other);
        assertThat(moodBefore).isNotEqualTo(Mood.NEGATIVE);
        var word = says(DULL);
        var taught = correct(word, Mood.NEGATIVE, Mark.COMPLAINT);
        learn();
        assertThat(mood(other)).isEqualTo(Mood.NEGATIVE);
        assertThat(understood(said(other)).learned()).contains(Mark.COMPLAINT);

        assertThat(undo(taught)).isEqualTo(1);
        learn();
        assertThat(mood(word)).isEqualTo(moodBefore);
        assertThat(mood(other)).isEqualTo(moodBefore);
        assertThat(understood(said(other)).marks()).isEmpty();
        assertThat(undo(taught)).isZero();
        assertThat(told.row("select member_id, undone_by, mood_before from correction"))
                .containsEntry("member_id", seat.member().value())
                .containsEntry("undone_by", seat.member().value());
    }

    @Test
    void of_two_corrections_of_one_comment_the_later_counts_and_undone_the_earlier_again() {
        var word = says(DULL);
        correct(word, Mood.NEGATIVE);
        var later = correct(word, Mood.POSITIVE);
        assertThat(mood(word)).isEqualTo(Mood.POSITIVE);
        undo(later);
        assertThat(mood(word)).isEqualTo(Mood.NEGATIVE);
    }

    @Test
    void another_brand_learns_nothing_of_it() {
        correct(says(DULL), Mood.NEGATIVE, Mark.COMPLAINT);
        learn();
        var mine = seat;
        a_brand_people_talk_to();
        assertThat(seat.brand()).isNotEqualTo(mine.brand());

        assertThat(understood(said(says(DULL))).marks()).isEmpty();
    }

    @Test
    void new_words_are_judged_for_themselves() {
        var word = says(DULL);
        correct(word, Mood.NEGATIVE);
        talked.hears(
                seat,
                account,
                TestTalks.changed(word.heard(), "Thank you, this is wonderful!", Standing.SHOWN, clock.instant()));

        assertThat(mood(word)).isEqualTo(Mood.POSITIVE);
    }

    @Test
    void a_corrected_language_holds_for_that_comment() {
        var word = says("Kiva moka");
        Tenant.run(
                seat.brand(),
                () -> correcting.correct(
                        seat,
                        word.conversation(),
                        word.comment(),
                        new Stated(null, Set.of(), new Language("it")),
                        false));

        assertThat(understood(said(word)).language()).isEqualTo("it");
    }

    @Test
    void who_is_forgotten_teaches_nothing_any_more() {
        var word = says(DULL);
        correct(word, Mood.NEGATIVE);
        learn();
        var profile = (Long) told.value("select id from profile");
        Tenant.run(seat.brand(), () -> forgetting.erase(seat, profile));
        learning.turn();

        assertThat(told.value("select text from correction")).isEqualTo("");
        assertThat(told.value("select corrections from learned_model")).isEqualTo(0);
    }

    @Test
    void who_may_not_moderate_corrects_nothing_and_ours_and_others_are_not_there() {
        var word = says(DULL);
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> Tenant.in(
                        seat.brand(),
                        () -> correcting.correct(
                                analyst, word.conversation(), word.comment(), new Stated(null, Set.of(), null), false)))
                .isInstanceOf(NotAllowed.class);
        var elsewhere = says("Elsewhere");
        assertThatThrownBy(() ->
                        Tenant.in(seat.brand(), () -> correcting.look(seat, elsewhere.conversation(), word.comment())))
                .isInstanceOf(NoSuchConversation.class);
        var ours = talked.says(seat, account, "us", "post-x", null, "We are glad", clock.instant());
        assertThatThrownBy(
                        () -> Tenant.in(seat.brand(), () -> correcting.look(seat, ours.conversation(), ours.comment())))
                .isInstanceOf(NoSuchConversation.class);
    }

    @Test
    void how_often_it_was_right_is_told_by_those_drawn_by_lot() {
        var words =
                say(List.of(DULL, "Hello", "Good morning to all", "See you at the harbour", "It rains", "On Friday"));
        var book = Tenant.in(seat.brand(), () -> correcting.book(seat, Long.MAX_VALUE));
        assertThat(book.drawn()).hasSize(5);
        assertThat(book.rightness()).isEqualTo(new Rightness(0, 0, 0, 6));
        var first = book.drawn().getFirst();
        var found = understood(first.said());
        judge(words, first, new Stated(found.mood(), found.marks(), null));
        var second = book.drawn().get(1);
        judge(words, second, new Stated(found.mood(), EnumSet.allOf(Mark.class), null));

        var after = Tenant.in(seat.brand(), () -> correcting.book(seat, Long.MAX_VALUE));
        assertThat(after.rightness()).isEqualTo(new Rightness(2, 1, 1, 6));
        assertThat(after.drawn()).hasSize(4);
        assertThat(after.judged()).extracting(Judged::drawn).containsExactly(true, true);
        assertThat(after.learning()).isTrue();
        clock.pass(Correcting.LATELY.plusDays(1));
        assertThat(Tenant.in(seat.brand(), () -> correcting.book(seat, Long.MAX_VALUE))
                        .rightness())
                .isEqualTo(new Rightness(0, 0, 0, 0));
    }

    private void judge(List<Word> words, LessonBook.Drawn drawn, Stated stated) {
        var word = words.stream()
                .filter(each -> each.comment().equals(drawn.said().id()))
                .findFirst()
                .orElseThrow();
        Tenant.run(seat.brand(), () -> correcting.correct(seat, word.conversation(), word.comment(), stated, true));
    }
}
