package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Streams.Event;
import dev.parvi.platform.OpenPlatform;
import dev.parvi.support.SpeakingServer;
import java.time.Duration;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Events in the form that Jetstream's README publishes. */
@Timeout(30)
class JetstreamTest {

    private static final String DID = "did:plc:eygmaihciaxprqvxpfvl6flk";
    private static final String POST = """
            {"did":"%s","time_us":1725911162329308,"kind":"commit","commit":{"rev":"3l3qo2vutsw2b","operation":"%s",
             "collection":"app.bsky.feed.post","rkey":"3l3qo2vuowo2b","cid":"bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi",
             "record":{"$type":"app.bsky.feed.post","createdAt":"2024-09-09T19:46:02.102Z","langs":["fi"],"text":"Kahvia ☕",
              "embed":{"$type":"app.bsky.embed.external","external":{"uri":"https://example.org/a","title":"Otsikko","description":"Alku"}}}}}
            """;

    @Test
    void a_post_comes_with_all_that_an_answer_needs() {
        var told = (Event.Told) Jetstream.event(POST.formatted(DID, "create"));
        var said = told.post().said();
        assertThat(said.id()).isEqualTo("at://" + DID + "/app.bsky.feed.post/3l3qo2vuowo2b");
        assertThat(said.kind()).isEqualTo(Kind.FOUND);
        assertThat(said.text()).isEqualTo("Kahvia ☕");
        assertThat(said.languages()).containsExactly("fi");
        assertThat(said.speaker().id()).isEqualTo(DID);
        assertThat(said.marks())
                .containsEntry("cid", "bafyreidwaivazkwu67xztlmuobx35hs2lnfh3kolmgfmucldvhd3sgzcqi")
                .containsEntry("root", said.id());
        assertThat(told.post().card().title()).isEqualTo("Otsikko");
        assertThat(told.version()).isEqualTo("3l3qo2vutsw2b");
        assertThat(told.edited()).isFalse();
        assertThat(told.cursor()).isEqualTo("001725911162329308");
        assertThat(((Event.Told) Jetstream.event(POST.formatted(DID, "update"))).edited())
                .isTrue();
    }

    @Test
    void what_was_deleted_is_told_by_its_name() {
        var gone = (Event.Gone) Jetstream.event("""
                {"did":"did:plc:rfov6bpyztcnedeyyzgfq42k","time_us":1725516666833633,"kind":"commit","commit":{"rev":"3l3f6nzl3cv2s",
                 "operation":"delete","collection":"app.bsky.feed.post","rkey":"3l3dn7tku762u"}}
                """);
        assertThat(gone.id()).isEqualTo("at://did:plc:rfov6bpyztcnedeyyzgfq42k/app.bsky.feed.post/3l3dn7tku762u");
    }

    @Test
    void only_an_account_that_was_deleted_has_left() {
        var event = """
                {"did":"did:plc:a","time_us":1725516665333808,"kind":"account","account":{"active":%s,"did":"did:plc:a","status":"%s",
                 "seq":1409753013,"time":"2024-09-05T06:11:04.870Z"}}
                """;
        assertThat(Jetstream.event(event.formatted("false", "deleted"))).isInstanceOf(Event.Left.class);
        assertThat(Jetstream.event(event.formatted("false", "deactivated"))).isInstanceOf(Event.Other.class);
        assertThat(Jetstream.event(event.formatted("true", ""))).isInstanceOf(Event.Other.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{",
                "{\"kind\":\"heartbeat\",\"payload\":\"\"}",
                "{\"kind\":\"surprise\",\"time_us\":1}",
                "{\"kind\":\"commit\",\"time_us\":1,\"did\":\"d\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.like\",\"rkey\":\"x\"}}",
                "{\"kind\":\"commit\",\"time_us\":1,\"did\":\"d\",\"commit\":{\"operation\":\"merge\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"x\"}}",
                "{\"kind\":\"commit\",\"time_us\":1,\"did\":\"d\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"x\"}}",
                "{\"kind\":\"commit\",\"time_us\":\"soon\"}",
                "{\"kind\":\"commit\",\"time_us\":1,\"did\":\"d\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"a b\",\"record\":{\"text\":\"x\"}}}",
                "{\"kind\":\"commit\",\"time_us\":1,\"did\":\"d\",\"commit\":{\"operation\":\"create\",\"collection\":\"app.bsky.feed.post\",\"rkey\":\"a\",\"record\":{\"text\":[7]}}}"
            })
    void what_concerns_nobody_or_makes_no_sense_is_passed_over(String message) {
        assertThat(Jetstream.event(message)).isInstanceOf(Event.Other.class);
    }

    @Test
    void it_asks_for_posts_only_and_goes_back_a_little() throws Exception {
        var asked = new CopyOnWriteArrayList<String>();
        try (var server = new SpeakingServer((to, path) -> {
            asked.add(path);
            to.send(POST.formatted(DID, "create"));
        })) {
            var jetstream = new Jetstream(
                    OpenPlatform.streams(), server.address("/subscribe").toString());
            try (var flow = jetstream.flow("")) {
                assertThat(flow.next(Duration.ofSeconds(10))).get().isInstanceOf(Event.Told.class);
            }
            jetstream.flow("001725911162329308").close();
        }
        assertThat(asked.getFirst())
                .startsWith("/subscribe?wantedCollections=app.bsky.feed.post&maxMessageSizeBytes=")
                .doesNotContain("cursor");
        assertThat(asked.getLast()).endsWith("&cursor=1725911152329308");
    }

    @Test
    void a_server_that_is_away_and_an_address_that_is_none_are_told() {
        for (var address : new String[] {"ws://127.0.0.1:1/subscribe", "http://127.0.0.1:1/", "ws:// x"}) {
            var jetstream = new Jetstream(OpenPlatform.streams(), address);
            assertThat(catchThrowableOfType(ConnectorFailed.class, () -> jetstream.flow("")))
                    .isNotNull();
        }
        assertThat(new Jetstream(OpenPlatform.streams(), " ").wanted()).isFalse();
    }
}
