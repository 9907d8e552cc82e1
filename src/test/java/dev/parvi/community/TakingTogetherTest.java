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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is old and what is new, in one batch. */
class TakingTogetherTest extends TalkedTo {

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

    private Heard named(String id, String name, int minute) {
        var said = said(id, null, "anna", "Hello", minute);
        return new Heard(
                id,
                said.kind(),
                "post",
                null,
                new Heard.Speaker("id-anna", name, "@annak", null, false),
                "Hello",
                null,
                said.at(),
                null,
                Standing.SHOWN,
                said.address(),
                List.of(),
                java.util.Map.of());
    }

    @Test
    void whoever_goes_by_two_names_in_one_batch_goes_by_the_later() {
        take(named("a", "Anna B.", 1));
        take(named("c", "Anna B.", 3), named("b", "Anna A.", 2));

        assertThat(told.value("select name from profile")).isEqualTo("Anna B.");
        assertThat(told.value("select count(*) from comment")).isEqualTo(3L);

        take(named("e", "Anna C.", 5), named("d", "Anna B.", 4));

        assertThat(told.value("select name from profile")).isEqualTo("Anna C.");
        assertThat(told.value("select count(*) from comment")).isEqualTo(5L);
    }

    @Test
    void old_and_new_speakers_talks_and_words_come_in_once_in_one_batch() {
        take(said("a", null, "anna", "Hello", 1));

        var taken = take(
                said("a", null, "anna", "Hello, changed", 1),
                said("b", null, "anna", "An old speaker in an old talk", 2),
                said("c", null, "bert", "A new speaker in an old talk", 3),
                TestTalks.of(
                        "d",
                        Kind.COMMENT,
                        "other",
                        null,
                        "anna",
                        "An old speaker in a new talk",
                        start.plusSeconds(240)),
                TestTalks.of(
                        "e",
                        Kind.COMMENT,
                        "other",
                        null,
                        "cleo",
                        "A new speaker in a new talk",
                        start.plusSeconds(300)));

        assertThat(taken.added()).isEqualTo(4);
        assertThat(taken.changed()).isEqualTo(1);
        assertThat(taken.roots()).containsOnlyKeys("post", "other");
        assertThat(told.rows(
                        "select root, comments, inbound, unread, waiting, preview from conversation order by root"))
                .extracting(row -> row.get("root") + " " + row.get("comments") + " " + row.get("inbound") + " "
                        + row.get("unread") + " " + row.get("waiting") + " " + row.get("preview"))
                .containsExactly(
                        "other 2 2 2 true A new speaker in a new talk", "post 3 3 3 true A new speaker in an old talk");
        eachHasItsPlace();
    }

    private void eachHasItsPlace() {
        assertThat(told.value("select count(*) from profile")).isEqualTo(3L);
        assertThat(told.value("select count(*) from comment where profile_id is null or speaker <> ''"))
                .isEqualTo(0L);
        assertThat(
                        told.value(
                                "select count(*) from comment c join conversation k on k.id = c.conversation_id and k.account_id = c.account_id"))
                .isEqualTo(5L);
        assertThat(told.value("select sum(cardinality(comments)) from to_understand"))
                .hasToString("6");
    }

    @Test
    void whom_the_network_has_no_lasting_name_for_speaks_in_old_talks_and_new() {
        var nobody = new Heard.Speaker("", "A guest", "", null, false);
        var guests = new ArrayList<Heard>();
        for (var id : List.of("a", "b")) {
            var said = said(id, null, "anna", "Hello", 1);
            guests.add(new Heard(
                    id,
                    said.kind(),
                    "post",
                    null,
                    nobody,
                    "Hello " + id,
                    null,
                    said.at(),
                    null,
                    Standing.SHOWN,
                    said.address(),
                    List.of(),
                    java.util.Map.of()));
        }
        take(guests.get(0));
        take(guests.get(1));

        assertThat(told.rows("select speaker from comment where profile_id is null"))
                .extracting(row -> row.get("speaker"))
                .containsExactly("A guest", "A guest");
        assertThat(told.value("select last_speaker from conversation")).isEqualTo("A guest");
    }
}
