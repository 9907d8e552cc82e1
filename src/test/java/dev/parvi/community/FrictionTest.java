package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Conflict.Severity;
import dev.parvi.community.Friction.Line;
import dev.parvi.text.Mark;
import dev.parvi.text.Mood;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class FrictionTest {

    private static final Instant BEGAN = Instant.parse("2026-11-02T08:00:00Z");
    private static final String INSULT = "You are idiots.";
    private static final String PLAIN = "The tram was there at ten.";

    private final List<Line> lines = new ArrayList<>();

    private FrictionTest says(String who, int minute, Mood mood, String text, Mark... marks) {
        lines.add(new Line(
                lines.size() + 1L,
                who.equals("us"),
                who,
                BEGAN.plus(Duration.ofMinutes(minute)),
                mood,
                Set.of(marks),
                text));
        return this;
    }

    @Test
    void what_makes_a_conflict_is_told_in_numbers() {
        says("anna", 0, Mood.NEGATIVE, "Nothing came.", Mark.COMPLAINT)
                .says("bert", 10, Mood.NEGATIVE, INSULT)
                .says("us", 20, Mood.NEGATIVE, "Liars? My lawyer says: no.")
                .says("carl", 40, Mood.NEUTRAL, "They are thieves, I go to the police.");
        assertThat(Friction.of(lines))
                .contains(new Heat(2, 1, 2, 1, 3, 10, BEGAN, BEGAN.plus(Duration.ofMinutes(40))))
                .map(Heat::severity)
                .contains(Severity.SERIOUS);
    }

    @Test
    void anger_without_a_sharp_word_is_none() {
        for (var n = 0; n < 20; n++) {
            says("p" + n, n, Mood.NEGATIVE, PLAIN);
        }
        assertThat(Friction.of(lines)).isEmpty();
    }

    @Test
    void one_comment_is_none_whatever_it_says() {
        says("anna", 0, Mood.NEGATIVE, "Idiots! Liars! Thieves! My lawyer will tell the police.");
        assertThat(Friction.of(lines)).isEmpty();
    }

    @Test
    void a_point_less_is_none() {
        says("anna", 0, Mood.NEUTRAL, INSULT).says("bert", 1, Mood.NEUTRAL, INSULT);
        assertThat(Friction.of(lines)).isEmpty();
        says("bert", 2, Mood.NEGATIVE, PLAIN);
        assertThat(Friction.of(lines)).isPresent();
    }

    @Test
    void what_was_said_more_than_a_day_before_the_last_word_is_over() {
        says("anna", 0, Mood.NEGATIVE, INSULT).says("bert", 24 * 60 + 1, Mood.NEGATIVE, INSULT);
        assertThat(Friction.of(lines)).isEmpty();
        lines.clear();
        says("anna", 0, Mood.NEGATIVE, INSULT).says("bert", 24 * 60, Mood.NEGATIVE, INSULT);
        assertThat(Friction.of(lines)).isPresent();
    }

    @Test
    void who_spoke_gladly_last_doesnt_count_any_more() {
        says("anna", 0, Mood.NEGATIVE, INSULT).says("bert", 1, Mood.NEGATIVE, INSULT);
        assertThat(Friction.of(lines)).isPresent();
        says("anna", 30, Mood.POSITIVE, "Thank you, all is well now.");
        assertThat(Friction.of(lines)).isEmpty();
    }

    @Test
    void a_glad_mood_with_a_sharp_word_is_no_peace() {
        says("anna", 0, Mood.NEGATIVE, INSULT)
                .says("bert", 1, Mood.NEGATIVE, INSULT)
                .says("anna", 2, Mood.POSITIVE, "Great job, you thieves!");
        assertThat(Friction.of(lines)).isPresent();
    }

    @Test
    void what_is_marked_offensive_counts_without_a_known_word() {
        says("anna", 0, Mood.NEGATIVE, "¡Bah!", Mark.OFFENSIVE).says("bert", 1, Mood.NEGATIVE, "¡Bah!", Mark.OFFENSIVE);
        assertThat(Friction.of(lines)).map(Heat::offensive).contains(2);
    }

    @Test
    void many_points_or_many_people_make_it_grave() {
        for (var n = 0; n < 5; n++) {
            says("p" + n, n, Mood.NEUTRAL, INSULT);
        }
        assertThat(Friction.of(lines)).map(Heat::severity).contains(Severity.GRAVE);
    }

    @Test
    void a_few_insults_are_mild() {
        says("anna", 0, Mood.NEUTRAL, INSULT)
                .says("bert", 1, Mood.NEUTRAL, INSULT)
                .says("bert", 1, Mood.NEGATIVE, PLAIN);
        assertThat(Friction.of(lines)).map(Heat::severity).contains(Severity.MILD);
        assertThat(Friction.of(lines)).map(Heat::minutes).contains(1L);
    }

    @Test
    void one_sharp_word_among_four_that_count_is_enough() {
        says("anna", 0, Mood.NEGATIVE, "They are thieves.")
                .says("bert", 1, Mood.NEGATIVE, PLAIN)
                .says("carl", 2, Mood.NEGATIVE, PLAIN);
        assertThat(Friction.of(lines)).isEmpty();
        says("dora", 3, Mood.NEUTRAL, "Three WEEKS without a word");
        assertThat(Friction.of(lines)).map(Heat::points).contains(6);
    }

    @Test
    void what_is_said_laughing_is_no_insult() {
        says("anna", 0, Mood.NEUTRAL, "You idiots 😂")
                .says("bert", 1, Mood.NEUTRAL, "haha you thieves")
                .says("carl", 2, Mood.NEUTRAL, "идиоты))")
                .says("dora", 3, Mood.POSITIVE, "The thief was the best part of it");
        assertThat(Friction.heated(lines)).isEmpty();
    }

    @Test
    void something_negative_said_to_somebody_accuses() {
        assertThat(Friction.sign(says("anna", 0, Mood.NEGATIVE, "You killed my cat.")
                                .lines
                                .getLast())
                        .accusing())
                .isTrue();
        assertThat(Friction.sign(says("anna", 0, Mood.NEGATIVE, "My cat died.")
                                .lines
                                .getLast())
                        .accusing())
                .isFalse();
    }

    @Test
    void nothing_said_is_none() {
        assertThat(Friction.of(lines)).isEmpty();
    }

    @Test
    void an_endless_text_takes_no_time() {
        says("anna", 0, Mood.NEGATIVE, "idiot ".repeat(200_000)).says("bert", 1, Mood.NEGATIVE, INSULT);
        assertThat(Friction.of(lines)).isPresent();
    }
}
