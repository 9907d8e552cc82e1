package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.groups.Tuple.tuple;

import dev.parvi.community.Discussion.Against;
import dev.parvi.community.Discussion.Dimension;
import dev.parvi.community.Discussion.Kind;
import dev.parvi.community.Discussion.Quiet;
import dev.parvi.community.Talked.Word;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.planning.Composing;
import dev.parvi.planning.Mixing;
import dev.parvi.publishing.Planned;
import dev.parvi.shared.DeliveryId;
import dev.parvi.support.TestTalks;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@Import({Talked.class, Planned.class})
class WeighingTest extends TalkedTo {

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    Weighing weighing;

    @Autowired
    Discussing discussing;

    @Autowired
    Nudging nudging;

    @Autowired
    Composing composing;

    @Autowired
    Mixing mixing;

    private DeliveryId published(String... parts) {
        var version = planned.plan(seat, account, clock.instant(), parts);
        for (var n = 0; n < parts.length; n++) {
            planned.turn();
        }
        return planned.delivery(seat, version);
    }

    private Word says(DeliveryId post, String who, @Nullable Word to, String text) {
        var root = (String) told.value("select sent_id from delivery where id = " + post);
        return talked.says(seat, account, who, root, to, text, clock.instant());
    }

    private Discussion discussion() {
        told.run(weighing::weigh);
        return told.in(() -> discussing.discussion(seat));
    }

    private Kind kind(Dimension dimension, String value) {
        return discussion().patterns().of(dimension).stream()
                .filter(each -> each.value().equals(value))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void each_post_is_counted_with_what_it_is_and_who_spoke_under_it() {
        var post = published("Which roast do you like best?");
        var first = says(post, "anna", null, "The dark one.");
        says(post, "anna", first, "Or the light one.");
        says(post, "bert", first, "The dark one, too.");
        says(post, "us", first, "Thank you!");
        told.run(weighing::weigh);
        assertThat(told.row("select format, comments, people from post_talk"))
                .containsEntry("format", "TEXT")
                .containsEntry("comments", 3)
                .containsEntry("people", 2);

        clock.pass(Duration.ofMinutes(1));
        talked.hears(seat, account, TestTalks.changed(first.heard(), "x", Standing.SPAM, null));
        told.run(weighing::weigh);
        assertThat(told.row("select comments, people from post_talk"))
                .containsEntry("comments", 2)
                .containsEntry("people", 2);
    }

    @Test
    void of_fewer_posts_than_the_least_nothing_is_said() {
        for (var n = 0; n < Spread.LEAST - 1; n++) {
            says(published("Post " + n), "anna", null, "Nice");
        }
        clock.pass(Discussing.RIPE.plusMinutes(1));
        assertThat(discussion().patterns().all()).isNull();
        assertThat(kind(Dimension.FORMAT, "TEXT"))
                .satisfies(each -> assertThat(each.posts()).isEqualTo(Spread.LEAST - 1))
                .satisfies(each -> assertThat(each.comments()).isNull())
                .satisfies(each -> assertThat(each.against()).isEqualTo(Against.UNSURE));
    }

    @Test
    void a_format_that_surely_makes_people_talk_more_is_named_and_young_posts_are_not_counted() {
        for (var n = 0; n < 6; n++) {
            var thread = published("Part one", "Part two");
            for (var who : List.of("anna", "bert", "carl", "dora")) {
                says(thread, who, null, "I say " + n);
            }
            published("Alone " + n);
            clock.pass(Duration.ofHours(1));
        }
        clock.pass(Discussing.RIPE);
        says(published("Too young"), "anna", null, "Early");

        var threads = kind(Dimension.FORMAT, "THREAD");
        assertThat(threads.posts()).isEqualTo(6);
        assertThat(threads.comments()).isEqualTo(Spread.of(6, 24, 96));
        assertThat(threads.people()).isEqualTo(4);
        assertThat(threads.against()).isEqualTo(Against.MORE);
        assertThat(kind(Dimension.FORMAT, "TEXT").against()).isEqualTo(Against.LESS);
        assertThat(kind(Dimension.ACCOUNT, account.id().toString()).posts()).isEqualTo(12);
        assertThat(discussion().patterns().posts()).isEqualTo(12);
    }

    @Test
    void pillars_go_by_their_names_and_tags_count_for_each_post_that_has_them() {
        told.run(() -> mixing.add(seat, "Recipes", 50));
        published("One");
        published("Two");
        told.update("update post set tags = '{Moka,beans}', pillar_id = (select id from pillar)");
        clock.pass(Discussing.RIPE.plusMinutes(1));

        assertThat(discussion().patterns().of(Dimension.PILLAR))
                .extracting(Kind::name)
                .containsExactly("Recipes");
        assertThat(discussion().patterns().of(Dimension.TAG))
                .extracting(Kind::name, Kind::posts)
                .containsExactly(tuple("beans", 2), tuple("moka", 2));
    }

    @Test
    void a_post_that_fell_silent_is_nudged_by_drafts_that_send_nothing() {
        var post = published("Which roast do you like best?");
        var first = says(post, "anna", null, "The dark one.");
        says(post, "bert", first, "The light one.");
        says(post, "carl", first, "Neither.");
        says(post, "us", first, "Tell us why!");
        clock.pass(Discussing.FALLEN.plusHours(1));
        var quiet = discussion().fallen();
        assertThat(quiet).extracting(Quiet::delivery, Quiet::people).containsExactly(tuple(post, 3));

        var answered = told.in(() -> nudging.answer(seat, first.conversation()));
        assertThat(told.row("select text, comment_id from answer_draft"))
                .containsEntry("comment_id", answered.orElseThrow().value())
                .hasEntrySatisfying("text", text -> assertThat((String) text).contains("carl"));
        told.update("update answer_draft set text = 'My own words'");
        told.in(() -> nudging.answer(seat, first.conversation()));
        assertThat(told.value("select text from answer_draft")).isEqualTo("My own words");

        var draft = told.in(() -> nudging.post(seat, post, true)).orElseThrow();
        assertThat(told.in(() -> composing.get(draft)).draft().words().text())
                .contains("Which roast do you like best?");
        planned.turn();
        assertThat(told.value("select count(*) from delivery"))
                .as("nothing is sent")
                .isEqualTo(1L);
    }

    @Test
    void a_talk_that_waits_for_us_or_is_among_few_has_not_fallen_silent() {
        says(published("Waits"), "anna", null, "When do you open?");
        var post = published("Two people");
        var first = says(post, "anna", null, "Me");
        says(post, "us", says(post, "bert", first, "And me"), "Fine!");
        clock.pass(Discussing.FALLEN.plusHours(1));
        assertThat(discussion().fallen()).isEmpty();
    }

    @Test
    void a_post_nobody_said_anything_under_is_named_after_a_day_and_for_a_week() {
        var post = published("Nobody?");
        assertThat(discussion().unheard()).isEmpty();
        clock.pass(Discussing.UNHEARD.plusMinutes(1));
        assertThat(discussion().unheard()).extracting(Quiet::delivery).containsExactly(post);
        clock.pass(Duration.ofDays(7));
        assertThat(discussion().unheard()).isEmpty();
    }

    @Test
    void a_live_discussion_is_one_in_which_at_least_two_people_talk() {
        var post = published("Talk!");
        Word word = null;
        for (var n = 0; n < 5; n++) {
            word = says(post, "anna", word, "I talk to myself " + n);
        }
        assertThat(discussion().live()).isEmpty();
        says(post, "bert", word, "So do I");
        assertThat(discussion().live())
                .singleElement()
                .satisfies(each -> assertThat(each.exchange().people()).isEqualTo(2));
        told.update("update conversation set state = 'DONE'");
        assertThat(discussion().live()).as("whatever became of our work on it").hasSize(1);
        clock.pass(Discussing.LIVE.plusMinutes(1));
        assertThat(discussion().live()).isEmpty();
    }

    @Test
    void whoever_may_not_answer_or_write_is_not_given_drafts() {
        var analyst = given.colleague(seat, Role.ANALYST);
        assertThatThrownBy(() -> told.in(() -> nudging.post(analyst, new DeliveryId(1), true)))
                .isInstanceOf(NotAllowed.class);
    }
}
