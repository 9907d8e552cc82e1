package dev.parvi.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A brand's corrections: one kind of comment, "the pack got smaller", that its moderators want to see as a complaint. */
@SuppressWarnings("SystemOut")
class LearnedTest {

    private record Kind(List<String> corrected, List<String> unseen) {}

    @ParameterizedTest
    @CsvSource({"en, 50, 200", "fi, 20, 40", "ru, 20, 40"})
    void corrections_on_one_kind_of_comment_hold_for_paraphrases_never_seen(String language, int corrected, int unseen)
            throws IOException {
        var kind = kind(language);
        assertThat(kind.corrected()).hasSize(corrected);
        assertThat(kind.unseen()).hasSize(unseen);
        var learned = Learned.train(complaints(kind.corrected()));

        var before = right(kind.unseen(), Learned.NOTHING);
        var after = right(kind.unseen(), learned);

        say(
                "%s: %d corrections, %d unseen: complaint and negative %d before, %d after",
                language, corrected, unseen, before, after);
        assertThat(after).isGreaterThan(before + unseen / 4).isGreaterThan(unseen * 7 / 10);
    }

    @ParameterizedTest
    @CsvSource({"en", "fi", "ru"})
    void three_hundred_other_comments_are_judged_as_before(String language) throws IOException {
        var learned = Learned.train(complaints(kind(language).corrected()));
        var others = new ArrayList<String>();
        var rightBefore = 0;
        var rightAfter = 0;
        var changed = 0;
        for (var other : List.of("en", "fi", "ru", "sv")) {
            for (var line : read("comments-" + other + ".tsv")) {
                var text = line.split("\t")[1];
                others.add(text);
                var before = Understanding.of(text);
                var after = Understanding.of(text, learned);
                rightBefore += before.mood().label().equals(line.split("\t")[0]) ? 1 : 0;
                rightAfter += after.mood().label().equals(line.split("\t")[0]) ? 1 : 0;
                changed += before.mood() == after.mood() && before.marks().equals(after.marks()) ? 0 : 1;
            }
        }

        say(
                "%s: 300 others: mood right %d before, %d after; %d judged otherwise",
                language, rightBefore, rightAfter, changed);
        assertThat(others).hasSize(300);
        assertThat(rightAfter).isGreaterThanOrEqualTo(rightBefore - 6);
        assertThat(changed).isLessThanOrEqualTo(15);
    }

    @Test
    void one_correction_changes_the_next_verdict_of_that_text() {
        var text = "The blue one again, as always on Mondays";
        var learned = Learned.train(List.of(
                new Correction(text, Mood.NEGATIVE, java.util.Map.of(Mark.COMPLAINT, true, Mark.QUESTION, false))));

        var verdict = Understanding.of(text, learned);

        assertThat(verdict.mood()).isEqualTo(Mood.NEGATIVE);
        assertThat(verdict.finding(Mark.COMPLAINT))
                .extracting(Finding::state, Finding::basis)
                .containsExactly(Finding.State.THERE, Basis.LEARNED);
    }

    @Test
    void of_two_corrections_of_one_text_the_later_one_counts() {
        var text = "Well, that was something";
        var learned = Learned.train(List.of(Correction.of(text, Mood.NEGATIVE), Correction.of(text, Mood.POSITIVE)));

        assertThat(Understanding.of(text, learned).mood()).isEqualTo(Mood.POSITIVE);
    }

    @Test
    void a_correction_taken_back_leaves_nothing() {
        assertThat(Learned.train(List.of())).isSameAs(Learned.NOTHING);
    }

    @Test
    void what_was_learned_is_the_same_after_it_was_kept() throws IOException {
        var kind = kind("fi");
        var learned = Learned.train(complaints(kind.corrected()));
        var kept = Learned.of(learned.toBytes());

        assertThat(kept.corrections()).isEqualTo(20);
        assertThat(kind.unseen())
                .allSatisfy(text -> assertThat(Understanding.of(text, kept).marks())
                        .isEqualTo(Understanding.of(text, learned).marks()));
        assertThat(Learned.train(complaints(kind.corrected())).toBytes()).isEqualTo(learned.toBytes());
    }

    @Test
    void bytes_that_are_none_of_ours_are_refused() {
        assertThatThrownBy(() -> Learned.of(new byte[] {1, 2, 3})).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Learned.of(new byte[] {0, 0, 0, 1, 127, 0, 0, 0, 5}))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void five_hundred_corrections_are_learned_within_a_second() throws IOException {
        var corrections = new ArrayList<Correction>();
        var texts = new ArrayList<>(kind("en").unseen());
        for (var language : List.of("en", "fi", "ru", "sv")) {
            read("comments-" + language + ".tsv").forEach(line -> texts.add(line.split("\t")[1]));
        }
        texts.subList(0, 500).forEach(text -> corrections.addAll(complaints(List.of(text))));
        Learned.train(corrections.subList(0, 50));

        // What the thread had of a core: other work on the machine isn't counted.
        var core = ManagementFactory.getThreadMXBean();
        var began = core.getCurrentThreadCpuTime();
        var learned = Learned.train(corrections);
        var millis = (core.getCurrentThreadCpuTime() - began) / 1_000_000;

        say("500 corrections: %d ms, %d bytes", millis, learned.toBytes().length);
        assertThat(millis).isLessThan(1_000);
    }

    private static List<Correction> complaints(List<String> texts) {
        return texts.stream()
                .map(text -> new Correction(text, Mood.NEGATIVE, java.util.Map.of(Mark.COMPLAINT, true)))
                .toList();
    }

    private static int right(List<String> texts, Learned learned) {
        return (int) texts.stream()
                .map(text -> Understanding.of(text, learned))
                .filter(verdict -> verdict.has(Mark.COMPLAINT) && verdict.mood() == Mood.NEGATIVE)
                .count();
    }

    private static Kind kind(String language) throws IOException {
        var lines = read("kind-" + language + ".txt");
        var between = lines.indexOf("---");
        return new Kind(lines.subList(0, between), lines.subList(between + 1, lines.size()));
    }

    private static List<String> read(String name) throws IOException {
        try (InputStream in = Objects.requireNonNull(LearnedTest.class.getResourceAsStream("/text/" + name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }

    private static void say(String words, Object... values) {
        System.out.println(String.format(Locale.ROOT, words, values));
    }
}
