package dev.parvi.connector.byhand;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome.Pending;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Step;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ByHandTest {

    private final ByHand byHand = new ByHand();
    private final KeptAccess access = new KeptAccess(Map.of());
    private final Parcel parcel = new Parcel(1, "key", Instant.EPOCH, Message.of("Hei"), List.of());

    private Credentials signIn(String name, String address) throws ConnectorFailed {
        return ((Step.Done) byHand.answer(Map.of("name", name, "address", address))).credentials();
    }

    @Test
    void a_place_is_known_by_its_address_and_without_one_by_its_name() throws ConnectorFailed {
        var group = signIn(" Kahvin ystävät ", "facebook.com/groups/kahvi");
        assertThat(group.name()).isEqualTo("Kahvin ystävät");
        assertThat(group.place()).isEqualTo("https://facebook.com/groups/kahvi");
        assertThat(group.address()).hasToString("https://facebook.com/groups/kahvi");
        var board = signIn("Ilmoitustaulu", "");
        assertThat(board.place()).isEqualTo("ilmoitustaulu");
        assertThat(board.address()).hasToString("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"javascript:alert(1)", "ftp://x.example", "https://", "two words", "mailto:a@b.example"})
    void an_address_that_a_browser_should_not_open_is_refused_beside_its_field(String address) {
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> signIn("Paikka", address));
        assertThat(failed.fault().code()).isEqualTo("byhand.address");
        assertThat(failed.field()).isEqualTo("address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "   ", "x12345678901234567890123456789012345678901234567890123456789012345678901234567890"})
    void a_place_needs_a_name_that_fits(String name) {
        var failed = catchThrowableOfType(ConnectorFailed.class, () -> signIn(name, ""));
        assertThat(failed.fault().code()).isEqualTo("byhand.name-missing");
    }

    @Test
    void publishing_waits_for_a_member_and_only_the_member_can_tell_what_became_of_it() {
        assertThat(byHand.publish(access, parcel)).isInstanceOf(Pending.class);
        assertThat(byHand.find(access, parcel)).isInstanceOf(Finding.CannotTell.class);
    }

    @Test
    void an_answer_waits_for_a_member_too() {
        assertThat(byHand.answerable()).contains(Kind.REVIEW, Kind.COMMENT);
        assertThat(byHand.reply(access, parcel)).isInstanceOf(Pending.class);
    }
}
