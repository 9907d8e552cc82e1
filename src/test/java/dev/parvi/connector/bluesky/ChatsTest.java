package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Trick;
import dev.parvi.connector.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Direct messages as the published lexicons have them; no server that can be had answers them. */
class ChatsTest {

    private static final String MAY = token("com.atproto.appPassPrivileged");

    private final RecordedNetwork network = new RecordedNetwork(
            request -> {
                assertThat(request.header("atproto-proxy")).isEqualTo("did:web:api.bsky.chat#bsky_chat");
                return switch (RecordedBluesky.method(request)) {
                    case "chat.bsky.convo.getLog" ->
                        RecordedBluesky.recorded(
                                RecordedBluesky.parameters(request).containsKey("cursor")
                                        ? "chat-log"
                                        : "chat-log-end");
                    case "chat.bsky.convo.listConvos" -> RecordedBluesky.recorded("chat-convos");
                    case "chat.bsky.convo.getMessages" -> RecordedBluesky.recorded("chat-messages");
                    default -> RecordedBluesky.recorded("chat-convo");
                };
            },
            RecordedBluesky.recorded("rate-limited"));

    @AfterEach
    void close() {
        network.close();
    }

    @Test
    void the_first_reading_brings_what_stands_in_the_conversations_and_where_the_log_ends() {
        var told = new Chats().read(session(MAY), "");
        assertThat(told.cursor()).isEqualTo("2222222222222");
        assertThat(told.heard())
                .extracting(Heard::text)
                .containsExactly("Onko teillä kofeiinitonta?", "On, joka aamu.");
        var asked = told.heard().getFirst();
        assertThat(asked.kind()).isEqualTo(Kind.MESSAGE);
        assertThat(asked.root()).isEqualTo("chat:3kconvo0001");
        assertThat(asked.speaker().handle()).isEqualTo("@bob.test");
        assertThat(asked.speaker().us()).isFalse();
        assertThat(told.heard().getLast().speaker().us()).isTrue();
    }

    @Test
    void the_log_brings_what_was_said_and_deleted_since() {
        var told = new Chats().read(session(MAY), "2222222222222");
        assertThat(told.cursor()).isEqualTo("2222222222255");
        assertThat(told.more()).isTrue();
        assertThat(told.heard()).extracting(Heard::standing).containsExactly(Standing.SHOWN, Standing.DELETED);
        assertThat(told.heard())
                .extracting(Heard::id)
                .containsExactly("chat:3kconvo0001/3kmsg0003", "chat:3kconvo0001/3kmsg0001");
    }

    @Test
    void an_app_password_without_that_right_asks_for_nothing() {
        assertThat(new Chats().read(session(token("com.atproto.appPass")), "").heard())
                .isEmpty();
        assertThat(network.requests("chat.bsky")).isEmpty();
    }

    @Test
    void messages_that_can_not_be_read_now_are_read_later() {
        network.tell(Trick.ERROR_BEFORE, "getLog", 1);
        var told = new Chats().read(session(MAY), "2222222222222");
        assertThat(told.heard()).isEmpty();
        assertThat(told.cursor()).isEqualTo("2222222222222");
    }

    private Session session(String token) {
        var login = new Login(
                network.address(), network.address(), RecordedBluesky.DID, "alice.test", token, "refresh", "password");
        return new Session(
                new KeptAccess(login.kept()),
                new Xrpc(BlueskyParts.OUTBOUND, Clock.systemUTC()),
                Deadline.in(Bluesky.CALL_DEADLINE));
    }

    private static String token(String scope) {
        var claims = Recording.JSON.createObjectNode().put("scope", scope).toString();
        var encoder = Base64.getUrlEncoder().withoutPadding();
        return encoder.encodeToString("{}".getBytes(StandardCharsets.UTF_8)) + "."
                + encoder.encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".signature";
    }
}
