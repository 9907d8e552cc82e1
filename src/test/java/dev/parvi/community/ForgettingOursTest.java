package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.community.Talked.Word;
import dev.parvi.publishing.Planned;
import dev.parvi.support.TestNetwork;
import dev.parvi.team.HandOff;
import dev.parvi.team.HandingOff;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

/** What we wrote ourselves, about somebody and to them, is handed out and goes with them. */
@Import({Talked.class, Planned.class})
class ForgettingOursTest extends TalkedTo {

    @Autowired
    Talked talked;

    @Autowired
    Planned planned;

    @Autowired
    Answering answering;

    @Autowired
    Drafting drafting;

    @Autowired
    Noting noting;

    @Autowired
    Knowing knowing;

    @Autowired
    HandingOver handingOver;

    @Autowired
    Forgetting forgetting;

    private Word anna;
    private long profile;

    @BeforeEach
    void anna_asks() {
        anna = says("annabel", "post", null, "Where is my green parcel?");
        profile = (Long) told.value("select id from profile where name = 'annabel'");
    }

    private Word says(String who, String root, Word to, String text) {
        return talked.says(seat, account, who, root, to, text, clock.instant().minus(Duration.ofMinutes(20)));
    }

    private void answer(Word to, String text) {
        told.in(() -> answering.answer(seat, to.conversation(), to.comment(), text, UUID.randomUUID()));
    }

    /** Of all tables that a brand has rows in, those whose rows say it. */
    private List<String> saying(String words) {
        return told.rows("""
                        select table_name from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
                        where c.table_schema = 'public' and c.column_name = 'brand_id' and t.table_type = 'BASE TABLE'
                        """).stream()
                .map(row -> (String) row.get("table_name"))
                .filter(table -> (Boolean)
                        told.value("select exists (select from " + table + " t where t::text ilike '%" + words + "%')"))
                .toList();
    }

    private void everythingIsWritten() {
        answer(anna, "Dear annabel, your parcel is on its way.");
        planned.turn();
        told.run(() -> drafting.keep(seat, anna.conversation(), anna.comment(), "Draft on the parcel"));
        told.in(() -> noting.note(seat, anna.conversation(), "She lives by the parcel shop"));
        told.in(() -> knowing.note(seat, profile, "Loves parcels", true, null));
        var request = new HandingOff.Request(
                HandOff.Job.SUPPORT,
                seat.member(),
                "",
                "",
                "Find the parcel",
                clock.instant().plus(Duration.ofDays(1)));
        told.in(() -> handingOver.give(seat, anna.conversation(), request, Locale.ENGLISH));
    }

    @Test
    void all_of_it_is_handed_out() {
        everythingIsWritten();
        assertThat(told.in(() -> forgetting.export(seat, profile)))
                .contains(
                        "your parcel is on its way",
                        "Draft on the parcel",
                        "She lives by the parcel shop",
                        "Loves parcels");
    }

    @Test
    void nothing_of_it_is_left() {
        everythingIsWritten();
        assertThat(saying("parcel"))
                .contains("own_answer", "delivery", "answer_draft", "note", "person_note", "hand_off", "audit");
        told.run(() -> forgetting.erase(seat, profile));
        assertThat(saying("parcel")).isEmpty();
        assertThat(saying("annabel")).isEmpty();
        assertThat(told.row("select state, delivery_id is not null there from own_answer"))
                .as("that we answered stays")
                .containsEntry("state", "HANDED")
                .containsEntry("there", true);
        assertThat(told.value("select state from delivery")).isEqualTo("PUBLISHED");
    }

    @Test
    void an_answer_that_is_not_out_yet_never_goes() {
        told.update(
                "insert into sending (brand_id, paused_at) values (current_brand(), now()) on conflict (brand_id) do update set paused_at = now()");
        answer(anna, "On its way");
        told.run(() -> forgetting.erase(seat, profile));
        told.update("update sending set paused_at = null");
        planned.turn();
        assertThat(TestNetwork.of(account.place()).texts()).isEmpty();
        assertThat(told.value("select state from own_answer")).isEqualTo("WITHDRAWN");
        assertThat(told.value("select count(*) from delivery")).isEqualTo(0L);
    }

    @Test
    void one_that_is_under_way_keeps_its_words_until_it_is_over() {
        answer(anna, "On its way");
        told.update("update delivery set state = 'CLAIMED', made_at = now()");
        told.run(() -> forgetting.erase(seat, profile));
        assertThat(told.value("select content ->> 'text' from delivery")).isEqualTo("On its way");
        told.run(forgetting::finish);
        assertThat(told.value("select content ->> 'text' from delivery")).isEqualTo("On its way");

        told.update(
                "update delivery set state = 'PUBLISHED', published_at = now(), sent_id = 'x', address = 'https://x', marks = '{}'");
        told.run(forgetting::finish);
        assertThat(told.row("select content ->> 'text' words, answered ->> 'id' answered, forget_at from delivery"))
                .containsEntry("words", "")
                .containsEntry("answered", "")
                .containsEntry("forget_at", null);
    }

    @Test
    void a_note_among_others_goes_only_where_it_says_their_name() {
        says("bertram", "post", anna, "Mine came");
        told.in(() -> noting.note(seat, anna.conversation(), "Annabel is a friend of the owner"));
        told.in(() -> noting.note(seat, anna.conversation(), "bertram is nice"));
        assertThat(told.in(() -> forgetting.export(seat, profile)))
                .contains("friend of the owner")
                .doesNotContain("nice");
        told.run(() -> forgetting.erase(seat, profile));
        assertThat(told.rows("select text from note")).extracting("text").containsExactly("bertram is nice");
    }

    @Test
    void our_answer_as_it_was_heard_goes_too_and_still_counts_as_our_last_word() {
        var bert = says("bertram", "post", null, "Mine came");
        told.update("update comment set at = at - interval '1 hour' where id = " + bert.comment());
        talked.says(seat, account, "us", "post", anna, "Dear annabel, it is on its way", clock.instant());
        told.run(() -> forgetting.erase(seat, profile));
        assertThat(saying("annabel")).isEmpty();
        assertThat(told.row("select waiting, ours, inbound from conversation"))
                .containsEntry("waiting", false)
                .containsEntry("ours", 1)
                .containsEntry("inbound", 1);
    }

    @Test
    void others_keep_what_is_theirs() {
        var bert = says("bertram", "other", null, "And mine?");
        answer(bert, "Yours, too");
        told.in(() -> knowing.note(
                seat, (Long) told.value("select id from profile where name = 'bertram'"), "Nice man", false, null));
        told.run(() -> forgetting.erase(seat, profile));
        assertThat(saying("Yours, too")).contains("own_answer", "delivery");
        assertThat(saying("Nice man")).containsExactly("person_note");
    }

    @Test
    void nobody_is_no_one() {
        assertThatThrownBy(() -> told.run(() -> forgetting.erase(seat, Long.MAX_VALUE)))
                .isInstanceOf(NoSuchPerson.class);
        assertThatThrownBy(() -> told.run(() -> forgetting.export(seat, Long.MAX_VALUE)))
                .isInstanceOf(NoSuchPerson.class);
    }
}
