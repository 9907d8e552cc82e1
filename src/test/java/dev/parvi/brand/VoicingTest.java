package dev.parvi.brand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parvi.platform.Tenant;
import dev.parvi.support.DeskTest;
import dev.parvi.support.Given;
import dev.parvi.team.Audit;
import dev.parvi.team.Entry;
import dev.parvi.team.NotAllowed;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@DeskTest
class VoicingTest {

    @Autowired
    Given given;

    @Autowired
    Voicing voicing;

    @Autowired
    Audit audit;

    @Test
    void a_brand_that_has_not_said_leaves_everything_open() {
        var seat = given.brand();
        assertThat(current(seat)).isEqualTo(Voice.OPEN);
    }

    @Test
    void what_was_said_is_kept_whole_and_written_down() {
        var seat = given.brand();
        change(seat, typed("sinä on meille FAMILIAR"));
        change(seat, typed("– Anna"));
        var voice = current(seat);
        assertThat(voice.address())
                .containsExactlyInAnyOrderEntriesOf(Map.of("fi", Voice.Address.FAMILIAR, "ru", Voice.Address.FORMAL));
        assertThat(voice.preferred()).containsExactly("paahtimo", "kuppi kahvia");
        assertThat(voice.avoided())
                .containsExactly(new Voice.Avoided("halpa", "edullinen"), new Voice.Avoided("alennu*", ""));
        assertThat(voice.humour()).isEqualTo(Voice.Humour.NEVER);
        assertThat(voice.emoji()).isEqualTo(Voice.EmojiUse.FEW);
        assertThat(voice.unwantedEmoji()).containsExactlyInAnyOrder("🍷", "👩‍💻", "🇫🇮");
        assertThat(voice.signature()).isEqualTo("– Anna");
        assertThat(voice.apologies()).isEqualTo(3);
        assertThat(voice.longest()).isEqualTo(400);
        assertThat(voice.languages()).containsExactly("en", "fi");
        assertThat(TypedVoice.of(voice).voice()).isEqualTo(voice);
        assertThat(written(seat)).extracting(Entry::what).containsExactly("brand.voice.changed", "brand.voice.changed");
        assertThat(written(seat).getFirst().detail()).isEqualTo("sinä on meille FAMILIAR → – Anna");
    }

    @Test
    void what_is_saved_unchanged_is_not_written_down() {
        var seat = given.brand();
        change(seat, TypedVoice.of(Voice.OPEN));
        assertThat(written(seat)).isEmpty();
    }

    @Test
    void only_managers_change_it_and_every_member_reads_it() {
        var seat = given.brand();
        change(seat, typed("– Anna"));
        var moderator = given.colleague(seat, Role.MODERATOR, Role.AUTHOR);
        assertThatThrownBy(() -> change(moderator, typed("– Olli"))).isInstanceOf(NotAllowed.class);
        assertThat(current(moderator).signature()).isEqualTo("– Anna");
    }

    @Test
    void another_brand_speaks_in_its_own_voice() {
        change(given.brand(), typed("– Anna"));
        assertThat(current(given.brand())).isEqualTo(Voice.OPEN);
    }

    private static TypedVoice typed(String signature) {
        return new TypedVoice(
                Map.of("fi", "FAMILIAR", "ru", "FORMAL", "de", ""),
                "paahtimo\n\n kuppi kahvia \npaahtimo",
                "halpa = edullinen\r\nalennu*",
                "NEVER",
                "FEW",
                "🍷 👩‍💻, 🇫🇮",
                signature,
                "3",
                "400",
                Set.of("fi", "en"));
    }

    private void change(Seat seat, TypedVoice typed) {
        Tenant.run(seat.brand(), () -> voicing.change(seat, typed));
    }

    private Voice current(Seat seat) {
        return Tenant.in(seat.brand(), voicing::current);
    }

    private List<Entry> written(Seat seat) {
        return Tenant.in(seat.brand(), () -> audit.page(seat, Long.MAX_VALUE, 10));
    }
}
