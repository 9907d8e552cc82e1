package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Outline.Twig;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class OutlineTest {

    private static UUID key(long n) {
        return new UUID(0, n);
    }

    private static Twig twig(long n, long parent) {
        return new Twig(n, key(n), parent == 0 ? null : key(parent), false, true, 0);
    }

    private static List<String> read(Twig... twigs) {
        return Outline.of(List.of(twigs)).stream()
                .map(each -> each.twig().id() + "@" + each.depth())
                .toList();
    }

    @Test
    void what_answers_an_utterance_stands_below_it_the_earliest_first() {
        assertThat(read(twig(1, 0), twig(2, 0), twig(3, 1), twig(4, 2), twig(5, 1), twig(6, 3)))
                .containsExactly("1@0", "3@1", "6@2", "5@1", "2@0", "4@1");
    }

    @Test
    void an_answer_to_something_never_heard_stands_on_top() {
        assertThat(read(twig(1, 99), twig(2, 1))).containsExactly("1@0", "2@1");
    }

    @Test
    void an_answer_that_came_before_what_it_answers_finds_its_place() {
        assertThat(read(twig(2, 1), twig(1, 0))).containsExactly("1@0", "2@1");
    }

    @Test
    void utterances_that_answer_each_other_or_themselves_are_not_lost() {
        assertThat(read(twig(1, 2), twig(2, 1), twig(3, 3))).hasSize(3).contains("3@0");
    }

    @Test
    void a_hundred_thousand_deep_is_laid_out_without_end_of_the_stack() {
        var twigs = new ArrayList<Twig>();
        for (var n = 1; n <= 100_000; n++) {
            twigs.add(twig(n, n - 1));
        }

        var places = Outline.of(twigs);

        assertThat(places).hasSize(100_000);
        assertThat(places.getLast().depth()).isEqualTo(99_999);
    }
}
