package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.community.Discussion.Known;
import dev.parvi.community.Talked.Word;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.support.TestTalks;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import(Talked.class)
class RecognisingTest extends TalkedTo {

    @Autowired
    Talked talked;

    @Autowired
    Recognising recognising;

    @Autowired
    Discussing discussing;

    @Autowired
    Forgetting forgetting;

    private Word says(String who, String root, @Nullable Word to, String text, int minutesAgo) {
        return talked.says(seat, account, who, root, to, text, clock.instant().minus(Duration.ofMinutes(minutesAgo)));
    }

    private List<Known> known() {
        clock.pass(Duration.ofMinutes(1));
        told.run(recognising::learn);
        return told.in(() -> discussing.discussion(seat)).questions();
    }

    private Word asked() {
        return says("anna", "old", null, "How should I grind the beans for a moka pot?", 90);
    }

    @Test
    void a_question_that_somebody_answered_before_is_recognised_with_who_did() {
        var before = asked();
        var answer = says("bert", "old", before, "Rather fine, but not as fine as for espresso.", 80);
        var again = says("carl", "new", null, "How do I grind beans for the moka pot?", 10);
        says("dora", "other", null, "When do you open on Sundays?", 9);

        assertThat(known()).singleElement().satisfies(each -> {
            assertThat(each.comment()).isEqualTo(again.comment());
            assertThat(each.answer()).isEqualTo(answer.comment());
            assertThat(each.answererName()).isEqualTo("bert");
            assertThat(each.shared()).isGreaterThanOrEqualTo(Discussing.SHARED);
            assertThat(each.alike()).isBetween(Discussing.ALIKE_PERCENT, 100);
            assertThat(each.before()).isEqualTo(before.conversation());
        });
    }

    @Test
    void an_answer_that_was_understood_before_its_question_counts_as_well() {
        var question = TestTalks.of(
                "q",
                Kind.COMMENT,
                "old",
                null,
                "anna",
                "How should I grind the beans for a moka pot?",
                clock.instant().minus(Duration.ofMinutes(90)));
        talked.hears(
                seat,
                account,
                TestTalks.of(
                        "a",
                        Kind.COMMENT,
                        "old",
                        "q",
                        "bert",
                        "Rather fine, I would say.",
                        clock.instant().minus(Duration.ofMinutes(80))));
        talked.hears(seat, account, question);
        says("carl", "new", null, "How do I grind beans for the moka pot?", 10);
        assertThat(known()).extracting(Known::answererName).containsExactly("bert");
    }

    @Test
    void neither_our_own_answer_nor_the_askers_nor_a_question_back_is_somebodys_answer() {
        var before = asked();
        says("us", "old", before, "Rather fine.", 80);
        says("anna", "old", before, "Found it, thank you.", 70);
        says("bert", "old", before, "How do you like it yourself?", 60);
        says("carl", "new", null, "How do I grind beans for the moka pot?", 10);
        assertThat(known()).isEmpty();
    }

    @Test
    void nobody_is_sent_to_themselves_or_to_an_answer_that_is_gone() {
        var before = asked();
        var answer = says("bert", "old", before, "Rather fine, but not as fine as for espresso.", 80);
        says("bert", "new", null, "How do I grind beans for the moka pot?", 10);
        assertThat(known()).isEmpty();

        says("carl", "newer", null, "How do I grind beans for the moka pot?", 9);
        assertThat(known()).hasSize(1);
        talked.hears(seat, account, TestTalks.changed(answer.heard(), "Rather fine.", Standing.HIDDEN, null));
        assertThat(known()).isEmpty();
    }

    @Test
    void what_shares_a_word_only_is_another_question() {
        says("bert", "old", asked(), "Rather fine, but not as fine as for espresso.", 80);
        says("carl", "new", null, "Do you sell beans as a present, and do you wrap them nicely?", 10);
        assertThat(known()).isEmpty();
    }

    @Test
    void what_is_not_understood_yet_is_waited_for_and_whoever_is_erased_is_asked_no_more() {
        var before = asked();
        says("bert", "old", before, "Rather fine, but not as fine as for espresso.", 80);
        says("carl", "new", null, "How do I grind beans for the moka pot?", 10);
        told.update("insert into to_understand (brand_id, comments, heard_at) values (current_brand(), array["
                + before.comment() + "], now())");
        assertThat(known()).isEmpty();
        told.update("delete from to_understand");
        assertThat(known()).hasSize(1);

        var bert = (Long) told.value("select id from profile where name = 'bert'");
        told.run(() -> forgetting.erase(seat, bert));
        assertThat(known()).isEmpty();
        assertThat(told.value("select count(*) from answered_stem")).isEqualTo(0L);
    }
}
