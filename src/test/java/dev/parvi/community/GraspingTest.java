package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.support.TestTalks;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class GraspingTest extends TalkedTo {

    @Autowired
    Waking waking;

    @Autowired
    Sifting sifting;

    @Autowired
    Counting counting;

    @Autowired
    Tallies tallies;

    private Heard said(String id, String root, String who, String text) {
        return TestTalks.of(
                id, Kind.COMMENT, root, null, who, text, clock.instant().minus(Duration.ofMinutes(10)));
    }

    private void take(Heard... heard) {
        told.run(() -> taking.take(account.id(), account.network(), List.of(heard)));
    }

    @Test
    void what_is_heard_is_understood_and_says_on_what_grounds() {
        take(said("a", "post", "anna", "When do you open tomorrow, and where can I park?"));
        grasp();

        assertThat(
                        told.row(
                                "select language, marks & 1 question, mood_basis, words @@ to_tsquery('english', 'parking') found from verdict"))
                .containsEntry("language", "en")
                .containsEntry("question", 1)
                .containsEntry("found", true);
        assertThat(told.value("select count(*) from to_understand")).isEqualTo(0L);
        assertThat(told.value("select open_marks & 1 from conversation")).isEqualTo(1);
    }

    @Test
    void the_latest_is_understood_first_and_a_failure_leaves_it_in_line() {
        take(said("a", "post", "anna", "Old words"));
        take(said("b", "post", "bert", "New words"));
        told.in(grasping::next);

        assertThat(told.rows("select c.external_id from verdict v join comment c on c.id = v.comment_id"))
                .extracting("external_id")
                .containsExactly("b");
        try {
            told.run(() -> {
                grasping.next();
                throw new IllegalStateException("the process dies");
            });
        } catch (IllegalStateException died) {
            assertThat(died).hasMessageContaining("dies");
        }
        assertThat(told.value("select count(*) from to_understand")).isEqualTo(1L);
    }

    @Test
    void new_words_are_understood_anew() {
        var first = said("a", "post", "anna", "When do you open tomorrow?");
        take(first);
        grasp();
        take(TestTalks.changed(first, "Never mind, found it.", Standing.SHOWN, clock.instant()));
        grasp();

        assertThat(told.value("select open_marks & 1 from conversation")).isEqualTo(0);
        assertThat(told.value("select count(*) from verdict")).isEqualTo(1L);
    }

    @Test
    void a_question_past_its_promise_becomes_urgent_and_an_answer_ends_that() {
        take(said("a", "post", "anna", "When do you open tomorrow?"));
        grasp();
        assertThat(told.value("select priority from conversation")).isEqualTo(0);

        clock.pass(Duration.ofHours(24));
        told.run(waking::wake);
        assertThat(told.value("select priority from conversation")).isEqualTo(Urgency.OVERDUE.weight());

        take(TestTalks.of("b", Kind.COMMENT, "post", "a", "us", "At nine.", clock.instant()));
        assertThat(told.row("select priority, open_marks, marks & 1 q from conversation"))
                .containsEntry("priority", 0)
                .containsEntry("open_marks", 0)
                .containsEntry("q", 1);
    }

    @Test
    void the_most_exact_promise_holds() {
        told.update("insert into promise (brand_id, minutes) values (current_brand(), 600)");
        told.update("insert into promise (brand_id, mark, minutes) values (current_brand(), 1, 60)");
        take(said("a", "post", "anna", "When do you open tomorrow?"));
        grasp();

        assertThat(told.value("select extract(epoch from promised_by - waiting_since)::int from conversation"))
                .isEqualTo(3600);
    }

    @Test
    void what_was_snoozed_comes_back_when_its_time_has_come() {
        take(said("a", "post", "anna", "Hello"));
        told.update("update conversation set state = 'SNOOZED', snoozed_until = '"
                + clock.instant().plusSeconds(60) + "'");
        told.run(waking::wake);
        assertThat(told.value("select state from conversation")).isEqualTo("SNOOZED");
        clock.pass(Duration.ofMinutes(2));
        told.run(waking::wake);
        assertThat(told.value("select state from conversation")).isEqualTo("OPEN");
    }

    @Test
    void counts_are_those_of_the_table_whoever_changes_it() {
        for (var i = 0; i < 30; i++) {
            take(said("a" + i, "post" + i, "anna", "Hello " + i));
        }
        told.update("update conversation set state = 'DONE' where id % 3 = 0");
        told.update("update conversation set assignee = 7, priority = 3 where id % 2 = 0");
        var noted = told.in(sifting::counts);
        told.run(tallies::fold);
        assertThat(told.in(sifting::counts)).isEqualTo(noted);
        told.run(counting::recount);

        assertThat(told.in(sifting::counts)).isEqualTo(noted);
        assertThat(noted.open() + noted.done()).isEqualTo(30);
        assertThat(noted.of(Urgency.COMPLAINT))
                .isEqualTo(told.value("select count(*) from conversation where state = 'OPEN' and priority = 3"));
    }
}
