package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.text.Mood;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** Learned in the background: when, by which node, and known to all. */
class LearningTest extends Lectured {

    @Test
    void it_is_learned_within_a_minute() {
        assertThat(Learning.PAUSE.plus(Thinker.LEARN).plus(Learning.LEASE))
                .as("even where a node dies over it")
                .isLessThan(Duration.ofMinutes(1));
        correct(says(DULL), Mood.NEGATIVE);
        clock.pass(Learning.PAUSE.minusSeconds(1));
        learning.turn();
        assertThat(told.rows("select 1 from learned_model")).isEmpty();
        clock.pass(Duration.ofSeconds(1));
        learning.turn();

        assertThat(told.row("select version, corrections from learned_model"))
                .containsEntry("version", 1L)
                .containsEntry("corrections", 1);
        assertThat(told.row("select due_at from lesson")).containsEntry("due_at", null);
    }

    @Test
    void what_is_corrected_while_others_are_learned_comes_next() {
        correct(says(DULL), Mood.NEGATIVE);
        clock.pass(Learning.PAUSE);
        var turn = claimed();
        correct(says(DULL + "!"), Mood.NEGATIVE);
        told.run(() -> models.done(turn.wanted(), clock.instant()));
        learning.turn();

        assertThat(told.value("select version from learned_model")).isEqualTo(2L);
    }

    @Test
    void a_node_knows_what_another_has_learned_and_a_new_one_all_of_it() {
        var here = new Lessons(models, corrections);
        var word = says(DULL);
        assertThat(told.in(() -> here.on(List.of())).learned().isEmpty()).isTrue();
        correct(word, Mood.NEGATIVE);
        learn();

        assertThat(told.in(() -> here.on(List.of())).learned().corrections()).isEqualTo(1);
        assertThat(told.in(() -> new Lessons(models, corrections)
                        .on(List.of(word.comment().value()))))
                .satisfies(lesson -> assertThat(lesson.learned().corrections()).isEqualTo(1))
                .satisfies(lesson -> assertThat(lesson.said()).hasSize(1));
        assertThat(told.in(() -> here.on(List.of())).learned())
                .as("read once")
                .isSameAs(told.in(() -> here.on(List.of())).learned());
    }

    @Test
    void one_node_learns_at_a_time_and_another_when_that_one_dies() {
        correct(says(DULL), Mood.NEGATIVE);
        clock.pass(Learning.PAUSE);
        claimed();
        learning.turn();
        assertThat(told.rows("select 1 from learned_model")).isEmpty();

        clock.pass(Learning.LEASE);
        learning.turn();
        assertThat(told.value("select version from learned_model")).isEqualTo(1L);
    }

    /** The turn of this brand, taken by a node that does nothing with it. */
    private LessonsDue.Turn claimed() {
        while (true) {
            var turn = Objects.requireNonNull(
                            worker.execute(status -> due.claim(clock.instant().plus(Learning.LEASE), clock.instant())))
                    .orElseThrow();
            if (turn.brand().equals(seat.brand())) {
                return turn;
            }
        }
    }

    @Test
    void a_model_that_was_made_of_less_never_replaces_one_made_of_more() {
        correct(says(DULL), Mood.NEGATIVE);
        learn();
        told.run(() -> models.keep(0, dev.parvi.text.Learned.NOTHING, 0, clock.instant()));

        assertThat(told.value("select corrections from learned_model")).isEqualTo(1);
    }

    @Test
    void what_this_version_can_not_read_is_as_if_nothing_were_learned() {
        var word = says(DULL);
        correct(word, Mood.NEGATIVE);
        learn();
        told.update("update learned_model set version = 7, model = '\\x0102'");

        assertThat(told.in(() -> new Lessons(models, corrections).on(List.of()))
                        .learned()
                        .isEmpty())
                .isTrue();
    }
}
