package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.support.TestTalks;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TakingTest extends TalkedTo {

    private static final String DERIVED = """
            select comments, inbound, ours, last_at, first_in_at, last_in_at, last_out_at, first_answer_at, waiting, waiting_since,
                preview, last_speaker from conversation order by id
            """;

    @Autowired
    Conversations conversations;

    private Instant start;

    @BeforeEach
    void begin() {
        start = clock.instant().minus(Duration.ofHours(2));
    }

    private Taking.Taken take(Heard... heard) {
        return told.in(() -> taking.take(account.id(), account.network(), List.of(heard)));
    }

    private Heard said(String id, String parent, String who, String text, int minute) {
        return TestTalks.of(id, Kind.COMMENT, "post", parent, who, text, start.plus(Duration.ofMinutes(minute)));
    }

    @Test
    void what_is_heard_stands_in_one_conversation_under_its_root() {
        var taken = take(said("a", null, "anna", "Is it open?", 1), said("b", "a", "bert", "Yes it is", 2));

        assertThat(taken.added()).isEqualTo(2);
        assertThat(told.row("select * from conversation"))
                .containsEntry("root", "post")
                .containsEntry("comments", 2)
                .containsEntry("inbound", 2)
                .containsEntry("unread", 2)
                .containsEntry("state", "OPEN")
                .containsEntry("waiting", true)
                .containsEntry("preview", "Yes it is")
                .containsEntry("last_speaker", "bert");
        assertThat(
                        told.value(
                                "select b.parent_key = a.key from comment a, comment b where a.external_id = 'a' and b.external_id = 'b'"))
                .isEqualTo(true);
    }

    @Test
    void what_is_heard_again_changes_nothing() {
        take(said("a", null, "anna", "Is it open?", 1));
        var before = told.row("select * from conversation");

        var again = take(said("a", null, "anna", "Is it open?", 1));

        assertThat(again).isEqualTo(new Taking.Taken(0, 0, java.util.Map.of()));
        assertThat(told.row("select * from conversation")).isEqualTo(before);
        assertThat(told.value("select count(*) from comment")).isEqualTo(1L);
        assertThat(told.value("select count(*) from profile")).isEqualTo(1L);
    }

    @Test
    void an_answer_is_promised_from_the_first_word_on_before_anything_is_understood() {
        told.update("insert into promise (brand_id, minutes) values (current_brand(), 600)");
        told.update("insert into promise (brand_id, mark, minutes) values (current_brand(), 1, 5)");
        told.update("insert into promise (brand_id, account_id, minutes) values (current_brand(), " + account.id()
                + ", 90)");
        take(said("a", null, "anna", "Is it open?", 1));

        take(said("b", null, "bert", "I wonder, too", 20));

        assertThat(told.value("select extract(epoch from promised_by - waiting_since)::int / 60 from conversation"))
                .isEqualTo(90);
        assertThat(told.value("select waiting_since from conversation"))
                .isEqualTo(told.value("select min(at) from comment"));
    }

    @Test
    void only_what_would_be_read_again_is_committed_before_the_disk_has_it() {
        var heard = List.of(said("a", null, "anna", "Is it open?", 1));
        var commits = "select current_setting('synchronous_commit')";

        var read = told.in(() -> {
            taking.hear(account.id(), account.network(), heard);
            return told.value(commits);
        });
        var brought = told.in(() -> {
            taking.take(account.id(), account.network(), heard);
            return told.value(commits);
        });

        assertThat(read).isEqualTo("off");
        assertThat(brought).isEqualTo("on");
    }

    @Test
    void what_comes_twice_in_one_batch_comes_once() {
        take(said("a", null, "anna", "First words", 1), said("a", null, "anna", "First words", 1));

        assertThat(told.value("select count(*) from comment")).isEqualTo(1L);
        assertThat(told.value("select comments from conversation")).isEqualTo(1);
    }

    @Test
    void an_edit_keeps_both_forms() {
        var first = said("a", null, "anna", "I hate it", 1);
        take(first);
        take(TestTalks.changed(first, "I like it", Standing.SHOWN, start.plus(Duration.ofMinutes(5))));

        assertThat(told.row("select text, edited_at is not null edited from comment"))
                .containsEntry("text", "I like it")
                .containsEntry("edited", true);
        assertThat(told.row("select number, text from comment_version"))
                .containsEntry("number", 1)
                .containsEntry("text", "I hate it");
        assertThat(told.value("select preview from conversation")).isEqualTo("I like it");
        assertThat(told.value("select count(*) from to_understand")).isEqualTo(2L);
    }

    @Test
    void what_the_network_deleted_keeps_its_words_and_waits_for_nobody() {
        var first = said("a", null, "anna", "Where is my order?", 1);
        take(first);
        take(TestTalks.changed(first, "", Standing.DELETED, null));

        assertThat(told.row("select text, standing from comment"))
                .containsEntry("text", "Where is my order?")
                .containsEntry("standing", "DELETED");
        assertThat(told.row("select waiting, comments from conversation"))
                .containsEntry("waiting", false)
                .containsEntry("comments", 0);
    }

    private void lacks(List<Heard> there) {
        told.run(() -> taking.vanished(
                account.id(),
                taking.missing(account.id(), "post", there, clock.instant()).keySet()));
    }

    @Test
    void what_a_whole_talk_lacks_is_no_longer_shown_and_may_come_back() {
        var stays = said("a", null, "anna", "Stays", 1);
        var goes = said("b", "a", "bert", "Goes", 2);
        take(stays, goes);
        clock.pass(Duration.ofMinutes(5));
        lacks(List.of(stays));

        assertThat(told.rows("select external_id from comment where gone_at is not null"))
                .extracting("external_id")
                .containsExactly("b");
        assertThat(told.value("select comments from conversation")).isEqualTo(1);

        take(goes);
        assertThat(told.value("select count(*) from comment where gone_at is not null"))
                .isEqualTo(0L);
        assertThat(told.value("select comments from conversation")).isEqualTo(2);
    }

    @Test
    void what_came_up_just_now_is_not_missed_in_a_talk_that_was_read_before() {
        take(said("a", null, "anna", "Just now", 119));
        lacks(List.of());

        assertThat(told.value("select count(*) from comment where gone_at is not null"))
                .isEqualTo(0L);
    }

    @Test
    void our_answer_ends_the_waiting_and_a_new_word_begins_it_again() {
        take(said("a", null, "anna", "Is it open?", 1));
        take(said("b", "a", "us", "It is.", 10));

        assertThat(
                        told.row(
                                "select waiting, ours, extract(epoch from first_answer_at - first_in_at)::int s from conversation"))
                .containsEntry("waiting", false)
                .containsEntry("ours", 1)
                .containsEntry("s", 540);
        assertThat(told.value("select answered_at is not null from comment where external_id = 'a'"))
                .isEqualTo(true);

        take(said("c", "b", "anna", "Thanks, and tomorrow?", 20));
        assertThat(told.row("select waiting, waiting_since, inbound from conversation"))
                .containsEntry("waiting", true)
                .containsEntry("inbound", 2)
                .containsEntry("waiting_since", java.sql.Timestamp.from(start.plus(Duration.ofMinutes(20))));
    }

    @Test
    void a_conversation_that_was_done_opens_again_when_somebody_speaks() {
        take(said("a", null, "anna", "Hello", 1));
        told.update("update conversation set state = 'DONE'");
        take(said("b", null, "bert", "Hello again", 2));

        assertThat(told.value("select state from conversation")).isEqualTo("OPEN");
    }

    @Test
    void the_past_of_a_new_account_asks_nobody_to_answer() {
        take(TestTalks.of("old", Kind.COMMENT, "post", null, "anna", "Years ago", start.minus(Duration.ofDays(400))));

        assertThat(told.value("select state from conversation")).isEqualTo("DONE");
    }

    @Test
    void somebody_who_goes_by_another_name_is_the_same_profile() {
        take(said("a", null, "anna", "Hello", 1));
        var renamed = said("b", null, "anna", "Hello again", 2);
        var speaker = new Heard.Speaker("id-anna", "Anna K.", "@annak", null, false);
        take(new Heard(
                "b",
                renamed.kind(),
                "post",
                null,
                speaker,
                "Hello",
                null,
                renamed.at(),
                null,
                Standing.SHOWN,
                renamed.address(),
                List.of(),
                java.util.Map.of()));

        assertThat(told.rows("select name, handle from profile"))
                .hasSize(1)
                .first()
                .satisfies(
                        row -> assertThat(row).containsEntry("name", "Anna K.").containsEntry("handle", "@annak"));
    }

    @Test
    void what_is_added_up_on_the_way_is_what_a_fresh_sum_gives() {
        var random = new Random(7);
        var heard = new ArrayList<Heard>();
        for (var i = 0; i < 200; i++) {
            var root = "post" + random.nextInt(8);
            var who = random.nextInt(5) == 0 ? "us" : "person" + random.nextInt(9);
            heard.add(TestTalks.of(
                    "x" + i,
                    Kind.COMMENT,
                    root,
                    null,
                    who,
                    "words " + i,
                    start.plusSeconds(i * 7L + random.nextInt(40))));
        }
        for (var from = 0; from < heard.size(); from += 25) {
            take(heard.subList(from, from + 25).toArray(Heard[]::new));
        }
        var summed = told.rows(DERIVED);
        var ids = told.rows("select id from conversation order by id").stream()
                .map(row -> (Long) row.get("id"))
                .toList();
        told.run(() -> conversations.rollUp(
                ids.stream().map(id -> new Conversations.Wanted(id, 0, false)).toList()));

        assertThat(told.rows(DERIVED)).isEqualTo(summed).hasSize(8);
    }
}
