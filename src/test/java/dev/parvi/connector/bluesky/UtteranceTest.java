package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Recording;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** What a real view answered, and what is read out of it. */
class UtteranceTest {

    private final JsonNode thread = body("get-post-thread").path("thread");
    private final String us = thread.path("post").path("author").path("did").asString();

    @Test
    void notifications_tell_answers_mentions_and_quotes_apart() {
        Map<String, Heard> heard = body("list-notifications")
                .path("notifications")
                .valueStream()
                .map(each -> new Utterance(each, us).heard(Standing.SHOWN).orElseThrow())
                .collect(Collectors.toMap(each -> each.kind().name(), each -> each));
        assertThat(heard).containsOnlyKeys("COMMENT", "MENTION", "QUOTE");
        var comment = heard.get("COMMENT");
        assertThat(comment.text()).isEqualTo("Kyllä kiitos!");
        assertThat(comment.root()).isEqualTo(thread.path("post").path("uri").asString());
        assertThat(comment.parent()).isNull();
        assertThat(comment.languages()).containsExactly("fi");
        assertThat(comment.speaker().name()).isEqualTo("bob");
        assertThat(comment.speaker().us()).isFalse();
        assertThat(comment.marks()).containsKeys("cid", "root", "rootCid");
        assertThat(comment.address().toString()).startsWith("https://bsky.app/profile/did:plc:");
        assertThat(heard.get("MENTION").root()).isEqualTo(heard.get("MENTION").id());
        assertThat(heard.get("QUOTE").root()).isEqualTo(heard.get("QUOTE").id());
    }

    @Test
    void an_answer_to_an_answer_names_its_parent() {
        var answer = thread.path("replies").path(0).path("replies").path(0).path("post");
        var heard = new Utterance(answer, us).heard(Standing.HIDDEN).orElseThrow();
        assertThat(heard.parent())
                .isEqualTo(
                        thread.path("replies").path(0).path("post").path("uri").asString());
        assertThat(heard.kind()).isEqualTo(Kind.COMMENT);
    }

    @Test
    void how_old_an_account_is_is_told_where_the_network_tells() {
        var post = (ObjectNode) thread.path("post").deepCopy();
        post.withObject("author").put("createdAt", "2023-05-01T10:00:00.000Z");
        assertThat(new Utterance(post, us).heard(Standing.SHOWN).orElseThrow().marks())
                .containsEntry(Heard.SINCE, "2023-05-01T10:00:00Z");
        post.withObject("author").put("createdAt", "long ago");
        assertThat(new Utterance(post, us).heard(Standing.SHOWN).orElseThrow().marks())
                .doesNotContainKey(Heard.SINCE);
    }

    @Test
    void what_has_no_name_or_no_words_is_nothing_that_was_said() {
        assertThat(new Utterance(Recording.JSON.createObjectNode(), us).heard(Standing.SHOWN))
                .isEmpty();
    }

    private static JsonNode body(String name) {
        return Recording.JSON.readTree(RecordedBluesky.recorded(name).body());
    }
}
