package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Finds.Finding;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.PublishOutcome.NeedsReauth;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.PublishOutcome.Rejected;
import dev.parvi.connector.PublishOutcome.RetryAfter;
import dev.parvi.connector.PublishOutcome.Unknown;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.Recording;
import dev.parvi.connector.Sent;
import dev.parvi.support.HandClock;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What each answer of the network means for the post. */
class OutcomesTest {

    private static final Parcel PARCEL =
            new Parcel(7, "key", Instant.parse("2026-11-02T08:00:00.000Z"), Message.of("Hyvää huomenta"), List.of());

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final Map<String, Playing> instead = new HashMap<>();
    private final RecordedNetwork network = new RecordedNetwork(
            request -> instead.getOrDefault(RecordedBluesky.method(request), recorded)
                    .answer(request),
            RecordedBluesky.recorded("rate-limited"));
    private final KeptAccess access = new KeptAccess(new Login(
                    network.address(),
                    network.address(),
                    RecordedBluesky.DID,
                    "alice.test",
                    recorded.access,
                    recorded.refresh,
                    recorded.password)
            .kept());
    private final HandClock clock = new HandClock();
    private final Bluesky bluesky = BlueskyParts.connector(clock);

    @AfterEach
    void close() {
        network.close();
    }

    private PublishOutcome afterPut(Recording answer) {
        return after("com.atproto.repo.putRecord", answer);
    }

    private PublishOutcome after(String method, Recording answer) {
        instead.put(method, request -> answer);
        return bluesky.publish(access, PARCEL);
    }

    private static Recording html(int status) {
        return new Recording(status, Map.of("content-type", "text/html"), "<h1>Sorry".getBytes(StandardCharsets.UTF_8));
    }

    private static Recording error(int status, String error) {
        return Recording.json(status, "{\"error\":\"" + error + "\",\"message\":\"said so\"}");
    }

    @ParameterizedTest
    @CsvSource({"taken-down, bluesky.taken-down", "deactivated, bluesky.deactivated"})
    void an_account_that_may_not_speak_any_more_needs_a_person(String recording, String code) {
        assertThat(afterPut(RecordedBluesky.recorded(recording)))
                .isInstanceOfSatisfying(
                        NeedsReauth.class,
                        needs -> assertThat(needs.fault().code()).isEqualTo(code));
    }

    @Test
    void a_record_that_breaks_a_rule_is_rejected_in_the_networks_own_words() {
        assertThat(afterPut(RecordedBluesky.recorded("invalid-record")))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.fault().detail()).contains("grapheme too big"));
    }

    @Test
    void what_is_too_large_is_rejected() {
        assertThat(afterPut(html(413))).isInstanceOf(Rejected.class);
    }

    @ParameterizedTest
    @CsvSource({"400", "403", "404", "500", "502", "503"})
    void a_page_of_somebody_on_the_way_is_no_verdict_of_the_network(int status) {
        assertThat(afterPut(html(status))).isInstanceOf(Unknown.class);
    }

    @ParameterizedTest
    @CsvSource({"200, {}", "200, []", "200, null", "200, 17", "204, ''", "302, ''"})
    void an_answer_without_the_posts_address_is_unknown(int status, String body) {
        assertThat(afterPut(Recording.json(status, body))).isInstanceOf(Unknown.class);
    }

    @Test
    void pictures_that_the_network_lost_again_are_sent_again_soon() {
        assertThat(afterPut(error(400, "BlobNotFound"))).isInstanceOf(RetryAfter.class);
    }

    @ParameterizedTest
    @CsvSource({
        "retry-after, 290, 290",
        "retry-after, 0, 1",
        "retry-after, 'Mon, 02 Nov 2026 08:02:00 GMT', 120",
        "ratelimit-reset, 1793606460, 60",
        "ratelimit-reset, 30, 30",
        "retry-after, soon, 60",
        "x-nothing, 5, 60",
        "retry-after, 9999999999, 86400"
    })
    void a_rate_limit_lasts_as_long_as_its_headers_say(String header, String value, long seconds) {
        assertThat(HandClock.START.getEpochSecond()).isEqualTo(1_793_606_400L);
        var limited = new Recording(429, Map.of(header, value), "{}".getBytes(StandardCharsets.UTF_8));
        assertThat(afterPut(limited))
                .isInstanceOfSatisfying(
                        RetryAfter.class, retry -> assertThat(retry.after()).isEqualTo(Duration.ofSeconds(seconds)));
    }

    @Test
    void a_token_that_stays_refused_after_renewal_is_the_servers_trouble() {
        assertThat(afterPut(RecordedBluesky.recorded("invalid-token"))).isInstanceOf(RetryAfter.class);
        assertThat(access.renewals()).isEqualTo(1);
        assertThat(network.requests("putRecord")).hasSize(2);
    }

    @Test
    void our_own_earlier_try_under_the_key_counts_as_published() {
        bluesky.publish(access, PARCEL);
        assertThat(afterPut(RecordedBluesky.recorded("invalid-swap"))).isInstanceOf(Published.class);
    }

    @Test
    void other_text_under_our_key_is_never_overwritten() {
        bluesky.publish(access, PARCEL);
        var other = new Parcel(PARCEL.number(), PARCEL.key(), PARCEL.madeAt(), Message.of("Jotain muuta"), List.of());
        assertThat(bluesky.publish(access, other))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.fault().code()).isEqualTo("bluesky.key-taken"));
        assertThat(bluesky.find(access, other)).isInstanceOf(Finding.CannotTell.class);
    }

    @ParameterizedTest
    @CsvSource({"InvalidRequest", "RepoNotFound", "RepoDeactivated"})
    void only_the_networks_word_that_the_record_is_missing_counts_as_absent(String error) {
        instead.put("com.atproto.repo.getRecord", request -> error(400, error));
        assertThat(bluesky.find(access, PARCEL)).isInstanceOf(Finding.CannotTell.class);
        instead.put("com.atproto.repo.getRecord", request -> html(404));
        assertThat(bluesky.find(access, PARCEL)).isInstanceOf(Finding.CannotTell.class);
    }

    @Test
    void an_upload_that_may_have_arrived_leaves_nothing_unknown_for_the_post_was_not_sent() {
        var picture = new Message("", "Kuva", List.of(TestPictures.kept(80, 60, 9)), null, null, List.of(), List.of());
        var parcel = new Parcel(8, "key", PARCEL.madeAt(), picture, List.of());
        for (var answer : List.of(html(500), html(200), Recording.json(200, "{}"), error(500, "InternalServerError"))) {
            instead.put("com.atproto.repo.uploadBlob", request -> answer);
            assertThat(bluesky.publish(access, parcel)).isInstanceOf(RetryAfter.class);
        }
        assertThat(network.requests("putRecord")).isEmpty();
    }

    @Test
    void a_picture_that_is_gone_from_the_desk_holds_the_post_and_says_so() {
        var lost = new Message.Picture("0".repeat(64), "image/jpeg", 10, 10, "", null);
        var message = new Message("", "Kuva", List.of(lost), null, null, List.of(), List.of());
        assertThat(bluesky.publish(access, new Parcel(9, "key", PARCEL.madeAt(), message, List.of())))
                .isInstanceOfSatisfying(
                        RetryAfter.class,
                        retry -> assertThat(retry.fault().code()).isEqualTo("picture"));
    }

    @Test
    void a_quoted_post_that_is_gone_rejects_the_post_that_quotes_it() {
        var quote = URI.create("https://bsky.app/profile/alice.test/post/3m4nbbqzs2k3b");
        var message = new Message("", "Katso", List.of(), null, quote, List.of(), List.of());
        instead.put("app.bsky.feed.getPosts", request -> Recording.json(200, "{\"posts\":[]}"));
        assertThat(bluesky.publish(access, new Parcel(10, "key", PARCEL.madeAt(), message, List.of())))
                .isInstanceOfSatisfying(
                        Rejected.class,
                        rejected -> assertThat(rejected.fault().code()).isEqualTo("bluesky.post-missing"));
    }

    @Test
    void a_quoted_address_that_is_no_post_is_rejected() {
        var message =
                new Message("", "Katso", List.of(), null, URI.create("https://example.com/"), List.of(), List.of());
        assertThat(bluesky.publish(access, new Parcel(11, "key", PARCEL.madeAt(), message, List.of())))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_thread_whose_first_post_is_gone_is_rejected() {
        var gone =
                new Sent("at://" + RecordedBluesky.DID + "/app.bsky.feed.post/3m4nbbqzs2k3b", URI.create(""), Map.of());
        instead.put("app.bsky.feed.getPosts", request -> Recording.json(200, "{\"posts\":[]}"));
        assertThat(bluesky.publish(access, new Parcel(12, "key", PARCEL.madeAt(), Message.of("toinen"), List.of(gone))))
                .isInstanceOf(Rejected.class);
    }

    @Test
    void a_mention_the_server_can_not_look_up_now_does_not_hold_the_post() {
        instead.put("com.atproto.identity.resolveHandle", request -> html(500));
        var parcel = new Parcel(13, "key", PARCEL.madeAt(), Message.of("Hei @alice.test"), List.of());
        assertThat(bluesky.publish(access, parcel)).isInstanceOf(Published.class);
        assertThat(recorded.records.values().iterator().next().has("facets")).isFalse();
    }

    @Test
    void a_link_that_no_browser_should_open_gets_no_card() {
        var link = URI.create("javascript:alert(1)");
        var message = new Message("", "Linkki", List.of(), link, null, List.of(), List.of());
        assertThat(bluesky.publish(access, new Parcel(14, "key", PARCEL.madeAt(), message, List.of())))
                .isInstanceOf(Published.class);
        assertThat(recorded.records.values().iterator().next().has("embed")).isFalse();
    }

    @Test
    void a_post_says_its_time_to_the_millisecond_and_only_creates() {
        bluesky.publish(access, PARCEL);
        var sent =
                Recording.JSON.readTree(network.requests("putRecord").getFirst().body());
        assertThat(sent.path("swapRecord").isNull()).isTrue();
        assertThat(sent.path("record").path("createdAt").asString()).isEqualTo("2026-11-02T08:00:00.000Z");
        assertThat(sent.path("rkey").asString()).isEqualTo(Tid.of(PARCEL.madeAt(), 7));
    }

    @Test
    void the_token_never_shows_in_what_is_told_about_a_fault() {
        var outcome = (RetryAfter) afterPut(RecordedBluesky.recorded("invalid-token"));
        assertThat(outcome.toString()).doesNotContain("access-").doesNotContain(recorded.password);
    }
}
