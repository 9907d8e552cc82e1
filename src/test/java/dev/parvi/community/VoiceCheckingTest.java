package dev.parvi.community;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.account.Account;
import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voicing;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.CommentId;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.support.HandClock;
import dev.parvi.support.TestTalks;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

@DeskTest
class VoiceCheckingTest {

    private static final String SORRY = "Pahoittelemme viivettä.";

    @Autowired
    Given given;

    @Autowired
    VoiceChecking checking;

    @Autowired
    Voicing voicing;

    @Autowired
    Taking taking;

    @Autowired
    HandClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TransactionTemplate transaction;

    private Seat seat;
    private Account account;
    private Told told;
    private Instant start;

    @BeforeEach
    void begin() {
        seat = given.brand();
        account = given.account(seat);
        told = new Told(jdbc, transaction, seat);
        start = clock.instant().minus(Duration.ofHours(2));
    }

    @Test
    void a_third_scripted_apology_to_one_person_is_told_wherever_the_others_stand() {
        take(said("a", "post", null, "anna", "Missä paketti?", 1), said("b", "post", "a", "us", SORRY, 2));
        take(said("c", "other", null, "anna", "Vieläkin?", 3), said("d", "other", "c", "us", SORRY, 4));
        take(said("e", "third", null, "anna", "Entä nyt?", 5), said("f", "third", null, "bert", "Missä minun?", 6));

        assertThat(kinds(comment("e"), SORRY)).containsExactly(VoiceWarning.Kind.SORRY_AGAIN);
        assertThat(kinds(comment("f"), SORRY)).isEmpty();
    }

    @Test
    void two_profiles_of_one_person_are_one_person() {
        take(said("a", "post", null, "anna", "Missä paketti?", 1), said("b", "post", "a", "us", SORRY, 2));
        take(said("c", "post", null, "anna2", "Missä?", 3), said("d", "post", "c", "us", SORRY, 4));
        take(said("e", "post", null, "anna", "Entä nyt?", 5));
        assertThat(kinds(comment("e"), SORRY)).isEmpty();

        told.update("insert into person (brand_id, name, made_at) values (current_brand(), 'Anna', now())");
        told.update("update profile set person_id = (select id from person)");

        assertThat(kinds(comment("e"), SORRY)).containsExactly(VoiceWarning.Kind.SORRY_AGAIN);
    }

    @Test
    void what_a_moderator_says_of_a_comment_counts() {
        take(said("a", "post", null, "anna", "Laskun päivä oli 3.5.", 1));
        var cheerful = "Mahtavaa, kiitos viestistä!";
        assertThat(kinds(comment("a"), cheerful)).isEmpty();

        told.update("""
                insert into verdict (brand_id, comment_id, conversation_id, at, language, mood, mood_confidence, mood_basis, marks, unsure,
                    ruled, learned, words)
                select brand_id, id, conversation_id, at, 'fi', -1, 1, 'LEARNED', 0, 0, 0, 0, '' from comment
                on conflict (brand_id, comment_id) do update set mood = -1, mood_basis = 'LEARNED'
                """);

        assertThat(kinds(comment("a"), cheerful)).containsExactly(VoiceWarning.Kind.CHEER);
    }

    @Test
    void the_guide_of_the_brand_counts_and_its_words_are_told() {
        var open = TypedVoice.of(Voice.OPEN);
        var typed = new TypedVoice(
                Map.of("fi", "FORMAL"), "paahtimo", "", open.humour(), open.emoji(), "", "", "2", "", Set.of());
        Tenant.run(seat.brand(), () -> voicing.change(seat, typed));

        var checked = check(0, "Lähetämme sinulle viestin tänään.");

        assertThat(checked.preferred()).containsExactly("paahtimo");
        assertThat(checked.warnings()).extracting(VoiceWarning::suggestion).containsExactly("teille");
    }

    @Test
    void send_anyway_holds_for_the_warnings_it_was_said_of() {
        take(said("a", "post", null, "anna", "Surkeaa palvelua, paketti hajosi!", 1));
        var first = check(comment("a"), "Haha, voi ei.");
        var more = check(comment("a"), "Haha, voi ei. Ihanaa päivää!");
        var other = check(comment("a"), "Hehe, voi ei.");

        assertThat(first.passes("")).isFalse();
        assertThat(first.passes(first.token())).isTrue();
        assertThat(more.passes(first.token())).isFalse();
        assertThat(other.passes(first.token())).isFalse();
        assertThat(check(comment("a"), "Korvaamme sen tänään.").passes("")).isTrue();
    }

    private void take(Heard... heard) {
        told.in(() -> taking.take(account.id(), account.network(), List.of(heard)));
    }

    private Heard said(String id, String root, String parent, String who, String text, int minute) {
        return TestTalks.of(id, Kind.COMMENT, root, parent, who, text, start.plus(Duration.ofMinutes(minute)));
    }

    private long comment(String id) {
        return (long) told.value("select id from comment where external_id = '" + id + "'");
    }

    private VoiceChecked check(long comment, String text) {
        return Tenant.in(seat.brand(), () -> checking.check(seat, new CommentId(comment), text));
    }

    private List<VoiceWarning.Kind> kinds(long comment, String text) {
        return check(comment, text).warnings().stream().map(VoiceWarning::kind).toList();
    }
}
