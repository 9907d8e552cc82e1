package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Trick;
import dev.parvi.connector.Recording;
import dev.parvi.connector.SignsIn.Credentials;
import dev.parvi.connector.SignsIn.Field;
import dev.parvi.connector.SignsIn.Step;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SigningInTest {

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final Map<String, Recording> instead = new HashMap<>();
    private final RecordedNetwork network = new RecordedNetwork(
            request -> instead.containsKey(RecordedBluesky.method(request))
                    ? instead.get(RecordedBluesky.method(request))
                    : recorded.answer(request),
            RecordedBluesky.recorded("rate-limited"));
    private final Bluesky bluesky = (Bluesky) BlueskyParts.connector();

    @AfterEach
    void close() {
        network.close();
    }

    private Credentials signIn(String handle, String password, String server) throws ConnectorFailed {
        var done = (Step.Done) bluesky.answer(Map.of("handle", handle, "password", password, "server", server));
        return done.credentials();
    }

    private ConnectorFailed failure(String handle, String password, String server) {
        return catchThrowableOfType(ConnectorFailed.class, () -> signIn(handle, password, server));
    }

    private ConnectorFailed failure(String handle, String password) {
        return failure(handle, password, network.address().toString());
    }

    @Test
    void it_asks_for_handle_app_password_and_server_and_hides_only_the_password() {
        var fields = ((Step.Ask) bluesky.begin()).fields();
        assertThat(fields)
                .containsExactly(
                        new Field("handle", false, ""),
                        new Field("password", true, ""),
                        new Field("server", false, "https://bsky.social"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"alice.test", "@alice.test", "  Alice.TEST ", "\u202aalice.test\u202c"})
    void a_handle_is_taken_however_it_was_copied(String typed) throws ConnectorFailed {
        signIn(typed, recorded.password, network.address().toString());
        var sent = Recording.JSON.readTree(
                network.requests("createSession").getFirst().body());
        assertThat(sent.path("identifier").asString()).isEqualTo("alice.test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Alice@Example.org", "did:plc:7s27ophiqrfbt55lb6y3ymtz"})
    void an_address_or_a_lasting_name_goes_as_it_is(String typed) throws ConnectorFailed {
        signIn(typed, recorded.password, network.address().toString());
        var sent = Recording.JSON.readTree(
                network.requests("createSession").getFirst().body());
        assertThat(sent.path("identifier").asString()).isEqualTo(typed);
    }

    @Test
    void what_it_brings_is_enough_to_sign_in_again_later() throws ConnectorFailed {
        var credentials =
                signIn("alice.test", recorded.password, network.address().toString());
        assertThat(credentials.place()).isEqualTo(RecordedBluesky.DID);
        assertThat(credentials.address()).hasToString("https://bsky.app/profile/" + RecordedBluesky.DID);
        assertThat(credentials.values())
                .containsEntry("access", recorded.access)
                .containsEntry("refresh", recorded.refresh)
                .containsEntry("password", recorded.password)
                .containsEntry("pds", network.address().toString());
    }

    @Test
    void the_accounts_own_server_is_taken_from_its_identity_document() throws ConnectorFailed {
        var document = Recording.JSON.readTree("""
                {"service":[{"id":"#other","serviceEndpoint":"https://other.example"},
                {"id":"#atproto_pds","type":"AtprotoPersonalDataServer","serviceEndpoint":"https://pds.example/"}]}
                """);
        instead.put(
                "com.atproto.server.createSession",
                RecordedBluesky.recorded("create-session").with("didDoc", document));
        var login = Login.of(new Login(network.address(), network.address(), "", "", "", "", "")
                .with(Recording.JSON.readTree(
                        instead.get("com.atproto.server.createSession").body()))
                .kept());
        assertThat(login.pds()).hasToString("https://pds.example");
        assertThat(login.server()).isEqualTo(network.address());
    }

    @Test
    void an_identity_document_can_not_send_the_token_over_plain_http() throws ConnectorFailed {
        var document = Recording.JSON.readTree(
                "{\"service\":[{\"id\":\"#atproto_pds\",\"serviceEndpoint\":\"http://pds.example\"}]}");
        instead.put(
                "com.atproto.server.createSession",
                RecordedBluesky.recorded("create-session").with("didDoc", document));
        assertThat(signIn("alice.test", "x", network.address().toString()).values())
                .containsEntry("pds", network.address().toString());
    }

    @ParameterizedTest
    @CsvSource({
        "'', x, bluesky.handle-missing, handle",
        "@, x, bluesky.handle-missing, handle",
        "alice.test, '', bluesky.password-missing, password",
        "alice.test, wrong, bluesky.password, password"
    })
    void what_is_wrong_is_said_beside_its_field(String handle, String password, String code, String field) {
        var failure = failure(handle, password);
        assertThat(failure.fault().code()).isEqualTo(code);
        assertThat(failure.field()).isEqualTo(field);
        assertThat(failure.reauth()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://pds.example",
                "ftp://pds.example",
                "https://",
                "https://user@pds.example",
                "not a server",
                "javascript:alert(1)"
            })
    void a_server_that_is_no_safe_address_is_refused_before_anything_is_sent(String server) {
        var failure = failure("alice.test", recorded.password, server);
        assertThat(failure.fault().code()).isEqualTo("bluesky.server-address");
        assertThat(failure.field()).isEqualTo("server");
    }

    @Test
    void a_second_factor_and_a_main_password_lead_to_an_app_password() {
        instead.put(
                "com.atproto.server.createSession",
                Recording.json(
                        401, "{\"error\":\"AuthFactorTokenRequired\",\"message\":\"A sign in code has been sent\"}"));
        assertThat(failure("alice.test", "main").fault().code()).isEqualTo("bluesky.second-factor");
        instead.put("com.atproto.server.createSession", RecordedBluesky.recorded("create-session-main"));
        assertThat(failure("alice.test", "main").fault().code()).isEqualTo("bluesky.main-password");
        assertThat(network.requests("deleteSession")).hasSize(1);
    }

    @Test
    void trouble_on_the_way_is_told_apart_from_a_wrong_password() {
        assertThat(failure("alice.test", "x", "http://127.0.0.1:1").fault().code())
                .isEqualTo("unreachable");
        network.tell(Trick.LIMIT_BEFORE, "createSession", 1);
        assertThat(failure("alice.test", "x").fault().code()).isEqualTo("limited");
        network.tell(Trick.ERROR_BEFORE, "createSession", 1);
        assertThat(failure("alice.test", "x").fault().code()).isEqualTo("server");
        network.tell(Trick.GARBAGE_AFTER, "createSession", 1);
        assertThat(failure("alice.test", "x").fault().code()).isEqualTo("bluesky.no-server");
    }
}
