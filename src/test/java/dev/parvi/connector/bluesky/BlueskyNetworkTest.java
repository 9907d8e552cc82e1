package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorContract;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Recording;
import dev.parvi.connector.Sent;
import dev.parvi.connector.SignsIn.Step;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The contract, and all that a post can carry, on a real server of the network. */
@Tag("networks")
class BlueskyNetworkTest extends ConnectorContract {

    private final RealPds pds = new RealPds();
    private final RecordedNetwork network =
            new RecordedNetwork(RecordedNetwork.handingOnTo(pds.address), RecordedBluesky.recorded("rate-limited"));
    private final Bluesky bluesky = (Bluesky) BlueskyParts.connector();
    private RealPds.Account account;
    private KeptAccess access;

    @BeforeEach
    void connect() throws Exception {
        account = pds.account();
        access = new KeptAccess(signIn(account.handle(), account.appPassword()).values());
        given(Situation.WELL);
    }

    @AfterEach
    void close() {
        network.close();
    }

    private dev.parvi.connector.SignsIn.Credentials signIn(String handle, String password) throws ConnectorFailed {
        var done = (Step.Done) bluesky.answer(Map.of(
                "handle",
                handle,
                "password",
                password,
                "server",
                network.address().toString()));
        return done.credentials();
    }

    @Override
    protected Connector connector() {
        return bluesky;
    }

    @Override
    protected KeptAccess access() {
        return access;
    }

    @Override
    protected void given(Situation situation) throws Exception {
        if (situation == Situation.PERMISSION_GONE) {
            pds.revoke(account);
        }
        Situations.arrange(situation, network, access);
    }

    @Override
    protected int standing(Parcel parcel) throws Exception {
        return (int) pds.posts(account).stream()
                .filter(post -> post.path("value")
                        .path("text")
                        .asString()
                        .equals(parcel.message().text()))
                .count();
    }

    @Override
    protected Message refused() {
        return Message.of("ä".repeat(301));
    }

    private Sent published(Parcel parcel) {
        var outcome = bluesky.publish(access, parcel);
        assertThat(outcome).isInstanceOf(Published.class);
        return ((Published) outcome).sent();
    }

    private JsonNode record(Sent sent) throws Exception {
        return pds.posts(account).stream()
                .filter(post -> post.path("uri").asString().equals(sent.id()))
                .findFirst()
                .orElseThrow()
                .path("value");
    }

    @Test
    void signing_in_brings_the_lasting_name_the_handle_and_where_it_is() throws Exception {
        var credentials = signIn("@" + account.handle().toUpperCase(java.util.Locale.ROOT), account.appPassword());
        assertThat(credentials.place()).isEqualTo(account.did());
        assertThat(credentials.handle()).isEqualTo(account.handle());
        assertThat(signIn(account.did(), account.appPassword()).place()).isEqualTo(account.did());
    }

    @Test
    void a_wrong_password_an_unknown_handle_and_the_main_password_each_say_what_to_do() {
        assertThat(fault(account.handle(), "wrong")).isEqualTo("bluesky.password");
        assertThat(fault("nobody-" + account.handle(), "wrong")).isEqualTo("bluesky.password");
        assertThat(fault(account.handle(), account.password())).isEqualTo("bluesky.main-password");
    }

    private String fault(String handle, String password) {
        return catchThrowableOfType(ConnectorFailed.class, () -> signIn(handle, password))
                .fault()
                .code();
    }

    @Test
    void every_text_with_links_mentions_and_tags_is_taken_and_kept_to_the_letter() throws Exception {
        for (var recorded : Recording.resource("/connector/bluesky/facets.json").path("texts")) {
            var text = recorded.path("text").asString();
            assertThat(record(published(parcel(Message.of(text)))).path("text").asString())
                    .isEqualTo(text);
        }
    }

    @Test
    void a_mention_carries_the_lasting_name_and_its_bytes_and_an_unknown_one_stays_text() throws Exception {
        var record = record(published(parcel(Message.of("Привет ☕ @" + account.handle() + " ja @nobody.test #kahvi"))));
        assertThat(record.path("facets").size()).isEqualTo(2);
        var mention = record.path("facets").path(0);
        assertThat(mention.path("features").path(0).path("did").asString()).isEqualTo(account.did());
        var bytes = record.path("text").asString().getBytes(StandardCharsets.UTF_8);
        var from = mention.path("index").path("byteStart").asInt();
        var said =
                new String(bytes, from, mention.path("index").path("byteEnd").asInt() - from, StandardCharsets.UTF_8);
        assertThat(said).isEqualTo("@" + account.handle());
    }

    @Test
    void three_hundred_characters_are_taken_however_many_code_points_they_have() {
        published(parcel(Message.of("👍🏽".repeat(300))));
        assertThat(bluesky.publish(access, parcel(Message.of("👩‍👩‍👧‍👦".repeat(130)))))
                .isInstanceOf(PublishOutcome.Rejected.class);
    }

    @Test
    void languages_are_kept_and_what_is_none_is_left_out() throws Exception {
        var message = new Message(
                "",
                "Kieliä",
                List.of(),
                null,
                null,
                List.of(),
                List.of("fi", "xx-notalanguage-zzzzzz", "pt-BR", "ru", "en"));
        var languages = record(published(parcel(message))).path("langs");
        assertThat(languages.valueStream().map(JsonNode::asString)).first().isEqualTo("fi");
        assertThat(languages.size()).isLessThanOrEqualTo(3);
    }

    @Test
    void four_pictures_go_out_with_their_words_shrunk_to_the_limit_and_cut() throws Exception {
        var large = TestPictures.kept(3_000, 2_400, 1);
        var crop = new Message.Crop(0, 0, 500, 250);
        var pictures = List.of(
                large,
                TestPictures.kept(640, 480, 2),
                TestPictures.kept(300, 900, 3),
                new Message.Picture(large.hash(), large.type(), large.width(), large.height(), "cut", crop));
        var message = new Message("", "Kuvia", pictures, URI.create("https://example.com"), null, List.of(), List.of());
        var embed = record(published(parcel(message))).path("embed");
        assertThat(embed.path("$type").asString()).isEqualTo("app.bsky.embed.images");
        assertThat(embed.path("images").valueStream().map(i -> i.path("alt").asString()))
                .containsExactly("picture 1", "picture 2", "picture 3", "cut");
        for (var image : embed.path("images")) {
            assertThat(pds.blobBytes(account, image.path("image"))).isBetween(1, Embeds.PICTURE_BYTES);
        }
        var cut = embed.path("images").path(3).path("aspectRatio");
        assertThat(cut.path("width").asInt()).isEqualTo(1_500);
        assertThat(cut.path("height").asInt()).isEqualTo(600);
    }

    @Test
    void a_retry_with_pictures_is_told_the_same_place() {
        var message =
                new Message("", "Kuva", List.of(TestPictures.kept(2_500, 2_500, 4)), null, null, List.of(), List.of());
        var parcel = parcel(message);
        assertThat(published(parcel)).isEqualTo(published(parcel));
    }

    @Test
    void a_link_has_its_card_and_a_card_that_changed_between_tries_publishes_nothing_new() throws Exception {
        var title = new java.util.concurrent.atomic.AtomicReference<>("Ensin");
        try (var site = new RecordedNetwork(
                request -> new Recording(
                        200,
                        Map.of("content-type", "text/html; charset=utf-8"),
                        ("<title>Sivu</title><meta property='og:title' content='" + title.get()
                                        + "'><meta property='og:description' content='Kuvaus'>")
                                .getBytes(StandardCharsets.UTF_8)),
                RecordedBluesky.recorded("rate-limited"))) {
            var link = site.address().resolve("/juttu");
            var parcel = parcel(new Message("", "Lue lisää", List.of(), link, null, List.of(), List.of()));
            var sent = published(parcel);
            title.set("Sitten");
            assertThat(published(parcel)).isEqualTo(sent);
            var external = record(sent).path("embed").path("external");
            assertThat(external.path("uri").asString()).isEqualTo(link.toString());
            assertThat(external.path("title").asString()).isEqualTo("Ensin");
            assertThat(external.path("description").asString()).isEqualTo("Kuvaus");
        }
    }

    @Test
    void the_parts_of_a_thread_name_the_first_and_the_one_before() throws Exception {
        var first = published(parcel());
        var second = published(after(List.of(first)));
        var third = published(after(List.of(first, second)));
        var reply = record(third).path("reply");
        assertThat(reply.path("root").path("uri").asString()).isEqualTo(first.id());
        assertThat(reply.path("root").path("cid").asString())
                .isEqualTo(first.marks().get("cid"));
        assertThat(reply.path("parent").path("uri").asString()).isEqualTo(second.id());
    }

    @Test
    void a_part_whose_forerunner_was_recorded_by_hand_looks_its_version_up() throws Exception {
        var first = published(parcel());
        var second = published(after(List.of(new Sent(first.id(), first.address(), Map.of()))));
        assertThat(record(second).path("reply").path("root").path("cid").asString())
                .isEqualTo(first.marks().get("cid"));
    }

    private Parcel after(List<Sent> before) {
        var parcel = parcel();
        return new Parcel(parcel.number(), parcel.key(), parcel.madeAt(), parcel.message(), before);
    }

    @Test
    void a_post_is_quoted_by_its_address_on_the_app_or_in_the_protocol_and_beside_pictures() throws Exception {
        var quoted = published(parcel());
        var key = quoted.id().substring(quoted.id().lastIndexOf('/') + 1);
        var page = URI.create("https://bsky.app/profile/" + account.handle() + "/post/" + key);
        for (var address : List.of(page, URI.create(quoted.id()))) {
            var embed = record(published(parcel(quoting(address, List.of())))).path("embed");
            assertThat(embed.path("$type").asString()).isEqualTo("app.bsky.embed.record");
            assertThat(embed.path("record").path("uri").asString()).isEqualTo(quoted.id());
            assertThat(embed.path("record").path("cid").asString())
                    .isEqualTo(quoted.marks().get("cid"));
        }
        var both = record(published(parcel(quoting(page, List.of(TestPictures.kept(100, 100, 5))))))
                .path("embed");
        assertThat(both.path("$type").asString()).isEqualTo("app.bsky.embed.recordWithMedia");
        assertThat(both.path("record").path("record").path("uri").asString()).isEqualTo(quoted.id());
        assertThat(both.path("media").path("images").size()).isEqualTo(1);
    }

    private static Message quoting(URI address, List<Message.Picture> pictures) {
        return new Message("", "Katso tätä " + address.hashCode(), pictures, null, address, List.of(), List.of());
    }

    @Test
    void a_revoked_app_password_is_noticed_when_the_token_runs_out_and_not_before() throws Exception {
        pds.revoke(account);
        published(parcel());
        access.set("access", "an.expired.token");
        assertThat(bluesky.publish(access, parcel()))
                .isInstanceOfSatisfying(
                        PublishOutcome.NeedsReauth.class,
                        needs -> assertThat(needs.fault().code()).isEqualTo("bluesky.revoked"));
    }

    @Test
    void a_lost_refresh_token_is_replaced_by_the_app_password() {
        access.set("access", "an.expired.token");
        access.set("refresh", "a.lost.token");
        published(parcel());
        assertThat(access.renewals()).isEqualTo(1);
    }
}
