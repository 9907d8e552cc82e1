package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.support.TestTalks;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class ForgettingTest extends TalkedTo {

    @Autowired
    Forgetting forgetting;

    @Autowired
    Linking linking;

    private Heard said(String id, Kind kind, String root, String parent, String who, String text) {
        return TestTalks.of(id, kind, root, parent, who, text, clock.instant().minus(Duration.ofMinutes(10)));
    }

    private void take(Heard... heard) {
        told.run(() -> taking.take(account.id(), account.network(), List.of(heard)));
        grasp();
    }

    private long profile(String name) {
        return (Long) told.value("select id from profile where name = '" + name + "'");
    }

    @Test
    void everything_that_is_kept_is_handed_out() {
        var first = said("a", Kind.COMMENT, "post", null, "anna", "My first words");
        take(first);
        take(TestTalks.changed(first, "My second words", Standing.SHOWN, clock.instant()));
        take(said("b", Kind.COMMENT, "post", null, "bert", "Not hers"));

        var json = told.in(() -> forgetting.export(seat, profile("anna")));
        assertThat(json)
                .contains("My first words", "My second words", "@anna", "\"language\"")
                .doesNotContain("Not hers");
    }

    @Test
    void who_is_erased_leaves_their_places_and_nothing_else() {
        var root = said("m", Kind.MENTION, "m", null, "anna", "Where is my parcel, @us?");
        var below = said("n", Kind.COMMENT, "m", "m", "bert", "Mine came");
        take(root, below);
        take(TestTalks.changed(root, "Where is my green parcel, @us?", Standing.SHOWN, null));
        told.run(() -> forgetting.erase(seat, profile("anna")));

        assertThat(told.value("select count(*) from comment")).isEqualTo(2L);
        for (var table : List.of("comment", "comment_version", "conversation", "profile", "verdict", "talk")) {
            assertThat(told.value("select coalesce(string_agg(t::text, ' '), '') from " + table + " t")
                            .toString())
                    .as(table)
                    .doesNotContain("parcel")
                    .doesNotContainIgnoringCase("anna");
        }
        assertThat(told.row("select waiting, last_speaker from conversation")).containsEntry("last_speaker", "bert");
    }

    @Test
    void what_was_erased_does_not_come_back_when_it_is_heard_again() {
        var first = said("a", Kind.COMMENT, "post", null, "anna", "My words");
        take(first);
        told.run(() -> forgetting.erase(seat, profile("anna")));
        take(first, TestTalks.changed(first, "My other words", Standing.SHOWN, null));

        assertThat(told.row("select count(*) n, max(text) words from comment"))
                .containsEntry("n", 1L)
                .containsEntry("words", "");
        assertThat(told.value("select count(*) from profile where name <> ''")).isEqualTo(0L);

        take(said("b", Kind.COMMENT, "post", null, "anna", "I am here again"));
        assertThat(told.value("select count(*) from profile where name = 'anna'"))
                .isEqualTo(1L);
    }

    @Test
    void profiles_that_were_joined_are_handed_out_and_erased_together() {
        take(
                said("a", Kind.COMMENT, "post", null, "anna", "One"),
                said("b", Kind.COMMENT, "post", null, "anna2", "Two"),
                said("c", Kind.COMMENT, "post", null, "bert", "Three"));
        told.run(() -> linking.join(seat, profile("anna"), profile("anna2")));
        assertThat(told.in(() -> forgetting.export(seat, profile("anna2"))))
                .contains("One", "Two")
                .doesNotContain("Three");

        told.run(() -> linking.part(seat, profile("anna2")));
        assertThat(told.in(() -> forgetting.export(seat, profile("anna2"))))
                .contains("Two")
                .doesNotContain("One");

        told.run(() -> linking.join(seat, profile("anna"), profile("anna2")));
        told.run(() -> forgetting.erase(seat, profile("anna")));
        assertThat(told.rows("select text from comment where text <> ''"))
                .extracting("text")
                .containsExactly("Three");
    }

    @Test
    void only_a_manager_erases_and_hands_out() {
        take(said("a", Kind.COMMENT, "post", null, "anna", "One"));
        var moderator = given.colleague(seat, Role.MODERATOR);

        assertThatThrownBy(() -> told.run(() -> forgetting.erase(moderator, 1))).isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> told.run(() -> forgetting.export(moderator, 1)))
                .isInstanceOf(NotAllowed.class);
    }
}
