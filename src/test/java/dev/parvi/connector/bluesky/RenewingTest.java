package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.PublishOutcome.NeedsReauth;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.RetryAfter;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When an account stays connected, and when a person must sign in again. */
class RenewingTest {

    private static final String REFRESH = "com.atproto.server.refreshSession";
    private static final String SIGN_IN = "com.atproto.server.createSession";

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final Map<String, Recording> instead = new HashMap<>();
    private final RecordedNetwork network = new RecordedNetwork(
            request -> instead.containsKey(RecordedBluesky.method(request))
                    ? instead.get(RecordedBluesky.method(request))
                    : recorded.answer(request),
            RecordedBluesky.recorded("rate-limited"));
    private final KeptAccess access = new KeptAccess(new Login(
                    network.address(),
                    network.address(),
                    RecordedBluesky.DID,
                    "alice.test",
                    "an.expired.token",
                    recorded.refresh,
                    recorded.password)
            .kept());
    private Map<String, String> before = Map.of();

    @BeforeEach
    void remember() {
        before = access.credentials();
    }

    @AfterEach
    void close() {
        network.close();
    }

    private PublishOutcome publish() {
        var madeAt = Instant.parse("2026-11-02T08:00:00.000Z");
        return BlueskyParts.connector(java.time.Clock.systemUTC())
                .publish(access, new Parcel(7, "key", madeAt, Message.of("Huomenta"), List.of()));
    }

    private static Recording trouble(String kind) {
        return switch (kind) {
            case "limited" -> RecordedBluesky.recorded("rate-limited");
            case "fault" -> Recording.json(500, "{\"error\":\"InternalServerError\"}");
            case "page" -> page(200);
            case "empty" -> Recording.json(200, "{}");
            default -> page(Integer.parseInt(kind));
        };
    }

    private static Recording page(int status) {
        return new Recording(status, Map.of("content-type", "text/html"), "<h1>Hi".getBytes(StandardCharsets.UTF_8));
    }

    @ParameterizedTest
    @ValueSource(strings = {"limited", "fault", "page", "empty", "403", "404", "502"})
    void trouble_while_renewing_changes_nothing_and_asks_for_no_password(String kind) {
        recorded.password = "another one by now";
        instead.put(REFRESH, trouble(kind));
        assertThat(publish()).isInstanceOf(RetryAfter.class);
        assertThat(access.credentials()).isEqualTo(before);
        assertThat(network.requests("createSession")).isEmpty();
        instead.clear();
        assertThat(publish()).isInstanceOf(Published.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"limited", "fault", "page", "empty", "401", "403", "404", "502"})
    void trouble_while_signing_in_again_changes_nothing(String kind) {
        instead.put(REFRESH, RecordedBluesky.recorded("refresh-revoked"));
        instead.put(SIGN_IN, trouble(kind));
        assertThat(publish()).isInstanceOf(RetryAfter.class);
        assertThat(access.credentials()).isEqualTo(before);
        instead.clear();
        assertThat(publish()).isInstanceOf(Published.class);
    }

    @Test
    void a_pause_that_is_asked_for_while_renewing_is_kept() {
        instead.put(REFRESH, RecordedBluesky.recorded("rate-limited"));
        assertThat(publish())
                .isInstanceOfSatisfying(
                        RetryAfter.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(290)));
    }

    @Test
    void a_refresh_token_that_ran_out_is_replaced_by_the_app_password() {
        recorded.refresh = "ran out";
        assertThat(publish()).isInstanceOf(Published.class);
        assertThat(access.credentials())
                .containsEntry("refresh", recorded.refresh)
                .containsEntry("password", recorded.password);
    }

    @Test
    void only_the_networks_no_to_both_asks_a_person() {
        recorded.refresh = "ran out";
        recorded.password = "revoked";
        assertThat(publish())
                .isInstanceOfSatisfying(
                        NeedsReauth.class,
                        needs -> assertThat(needs.fault().code()).isEqualTo("bluesky.revoked"));
        assertThat(access.credentials()).isEqualTo(before);
    }

    @Test
    void an_account_taken_down_is_told_apart_from_a_revoked_password() {
        instead.put(REFRESH, RecordedBluesky.recorded("taken-down"));
        assertThat(publish())
                .isInstanceOfSatisfying(
                        NeedsReauth.class,
                        needs -> assertThat(needs.fault().code()).isEqualTo("bluesky.taken-down"));
    }
}
