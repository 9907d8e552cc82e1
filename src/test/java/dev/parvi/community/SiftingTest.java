package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.shared.MemberId;
import dev.parvi.support.TestTalks;
import dev.parvi.text.Mark;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

class SiftingTest extends TalkedTo {

    private static final Sieve OPEN = Sieve.of(Conversation.State.OPEN);

    @Autowired
    Sifting sifting;

    private void says(String root, String text, int minute) {
        var at = clock.instant().minus(Duration.ofHours(5)).plus(Duration.ofMinutes(minute));
        told.run(() -> taking.take(
                account.id(),
                account.network(),
                List.of(TestTalks.of("c-" + root + minute, Kind.COMMENT, root, null, "anna", text, at))));
        grasp();
    }

    private List<String> previews(Sieve sieve) {
        return told.in(() -> sifting.page(sieve, "", 50)).conversations().stream()
                .map(Conversation::preview)
                .toList();
    }

    @Test
    void what_cannot_wait_stands_first_then_the_latest() {
        says("p1", "Lovely picture, well done", 1);
        says("p2", "Nice", 2);
        says("p3", "Also nice", 3);
        told.update("update conversation set priority = 3 where root = 'p1'");

        assertThat(previews(OPEN)).containsExactly("Lovely picture, well done", "Also nice", "Nice");
    }

    @Test
    void pages_follow_each_other_without_a_gap_even_while_others_are_added() {
        for (var i = 0; i < 25; i++) {
            says("p" + i, "Words " + i, i % 5);
        }
        told.update("update conversation set priority = id % 3");
        var seen = new ArrayList<Long>();
        var next = "";
        while (next != null) {
            var after = next;
            var page = told.in(() -> sifting.page(OPEN, after, 7));
            page.conversations().forEach(each -> seen.add(each.id().value()));
            next = page.next();
            says("late" + seen.size(), "Just in", 200);
        }

        assertThat(new HashSet<>(seen)).hasSameSizeAs(seen).hasSizeGreaterThanOrEqualTo(25);
        var first = told.rows("select id from conversation where root like 'p%'");
        assertThat(seen)
                .containsAll(first.stream().map(row -> (Long) row.get("id")).toList());
    }

    @Test
    void each_part_of_the_sieve_holds_back_what_it_should() {
        says("p1", "When do you open tomorrow?", 1);
        says("p2", "Nice", 2);
        told.update("update conversation set assignee = 9 where root = 'p2'");

        assertThat(previews(OPEN.marked(Set.of(Mark.QUESTION)))).containsExactly("When do you open tomorrow?");
        assertThat(previews(OPEN.assignedTo(new MemberId(9)))).containsExactly("Nice");
        assertThat(previews(OPEN.assignedTo(Conversation.NOBODY))).containsExactly("When do you open tomorrow?");
        assertThat(previews(OPEN.on(account.id()))).hasSize(2);
        assertThat(previews(OPEN.onlyWaiting())).hasSize(2);
        assertThat(previews(OPEN.urgent(Urgency.CONFLICT))).isEmpty();
        assertThat(previews(Sieve.of(Conversation.State.DONE))).isEmpty();
        assertThat(told.in(() -> sifting.count(OPEN.marked(Set.of(Mark.QUESTION)))))
                .isEqualTo(new Sifting.Count(1, false));
        assertThat(OPEN.builtIn()).isTrue();
        assertThat(OPEN.marked(Set.of(Mark.QUESTION)).builtIn()).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Kahvilassanne oli hyvin siistiä ja kahvit olivat kuumia | kahvi
            Мне понравились ваши булочки и кофе                     | булочка
            The deliveries arrived broken and I am disappointed      | delivery
            Eure Brötchen waren gestern leider sehr hart             | Brötchen
            """)
    void words_are_found_in_their_other_forms(String text, String sought) {
        says("p1", text, 1);
        says("p2", "Something else altogether", 2);

        assertThat(previews(OPEN.saying(sought))).containsExactly(text.strip());
        assertThat(told.in(() -> sifting.count(OPEN.saying(sought)))).isEqualTo(new Sifting.Count(1, false));
    }

    @Test
    void a_search_goes_on_over_pages_and_finds_each_conversation_where_it_was_said_last() {
        for (var i = 0; i < 12; i++) {
            says("p" + i, "espresso number " + i, i);
        }
        says("p0", "another espresso", 100);
        var first = told.in(() -> sifting.page(OPEN.saying("espresso"), "", 5));
        var second = told.in(() -> sifting.page(OPEN.saying("espresso"), String.valueOf(first.next()), 50));

        assertThat(first.conversations()).hasSize(5);
        assertThat(first.conversations().getFirst().preview()).isEqualTo("another espresso");
        assertThat(second.next()).isNull();
        assertThat(second.conversations()).extracting(Conversation::preview).contains("espresso number 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "1_2_3", "9_not-a-time_4", "1_2026-11-02T08:00:00Z_x", "'; drop table comment --"})
    void a_place_that_makes_no_sense_is_the_beginning(String after) {
        says("p1", "Nice", 1);

        assertThat(told.in(() -> sifting.page(OPEN, after, 5)).conversations()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"-without", "\"", "!&|(", ":*", "\u0000", "'; drop table comment --", "a b c \" d"})
    void whatever_is_typed_into_the_search_is_words(String sought) {
        says("p1", "Nice", 1);

        assertThat(previews(OPEN.saying(sought))).isEmpty();
    }

    @Test
    void another_brand_sees_nothing_of_it() {
        says("p1", "espresso", 1);
        var other = told(given.brand());

        assertThat(other.in(() -> sifting.page(OPEN.saying("espresso"), "", 5)).conversations())
                .isEmpty();
        assertThat(other.in(() -> sifting.page(OPEN, "", 5)).conversations()).isEmpty();
        assertThat(other.in(sifting::counts).open()).isZero();
    }
}
