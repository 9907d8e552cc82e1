package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Connector;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Moderates.Act;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome.Published;
import dev.parvi.connector.Sent;
import dev.parvi.connector.TalkContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Both contracts, and what only this network does, on the whole real network with its view. */
@Tag("networks")
class BlueskyTalkNetworkTest extends TalkContract {

    @RegisterExtension
    static final OnRealBluesky on = new OnRealBluesky();

    @Override
    protected Connector connector() {
        return on.bluesky;
    }

    @Override
    protected KeptAccess access() {
        return on.access;
    }

    @Override
    protected void given(Situation situation) throws Exception {
        on.given(situation);
    }

    @Override
    protected void reading(Trouble trouble) throws Exception {
        on.reading(trouble);
    }

    @Override
    protected int standing(Parcel parcel) throws Exception {
        return (int) on.view.texts(on.us).stream()
                .filter(parcel.message().text()::equals)
                .count();
    }

    @Override
    protected Message refused() {
        return Message.of("ä".repeat(301));
    }

    @Override
    protected String said(Sent under, String parent, String text) throws Exception {
        return on.view.reply(on.somebody, under.id(), parent == null ? under.id() : parent, text);
    }

    @Override
    protected void takenBack(String id) throws Exception {
        on.view.delete(on.somebody, id);
    }

    @Override
    protected boolean changed(String id, String text) throws Exception {
        on.view.change(on.somebody, id, text);
        return true;
    }

    @Override
    protected boolean blocked() throws Exception {
        return on.view.blockedBy(on.somebody, on.us);
    }

    @Override
    protected void settled() throws Exception {
        on.view.settle();
    }

    @Override
    protected int many() {
        return 130;
    }

    @Test
    void mentions_and_quotes_stand_for_themselves_and_answers_to_them_below() throws Exception {
        var post = post();
        var mention = on.view.mention(on.somebody, on.us, "Hei");
        var quote = on.view.quote(on.somebody, post.id(), "Katsokaa");
        on.view.settle();
        var heard = news();
        assertThat(heard.get(mention).kind()).isEqualTo(Kind.MENTION);
        assertThat(heard.get(mention).root()).isEqualTo(mention);
        assertThat(heard.get(quote).kind()).isEqualTo(Kind.QUOTE);
        for (var each : List.of(mention, quote)) {
            var parcel = answering(heard.get(each).sent(), Message.of("Kiitos " + each.hashCode()));
            assertThat(on.bluesky.reply(on.access, parcel)).isInstanceOf(Published.class);
            on.view.settle();
            var talk = on.bluesky.talk(on.access, each);
            assertThat(talk.heard())
                    .extracting(Heard::text)
                    .containsExactly(parcel.message().text());
            assertThat(talk.heard()).extracting(Heard::root).containsExactly(each);
        }
    }

    @Test
    void in_a_thread_of_others_only_what_is_said_to_us_counts_and_what_follows_it() throws Exception {
        var root = on.view.post(on.somebody, "Muiden puhetta");
        on.view.reply(on.somebody, root, root, "Ei meille");
        var mention = on.view.mention(on.somebody, on.us, "Entä te", root, root);
        var below = on.view.reply(on.somebody, root, mention, "Jatkoa");
        on.view.settle();
        var talk = on.bluesky.talk(on.access, root);
        assertThat(talk.heard()).extracting(Heard::id).containsExactlyInAnyOrder(mention, below);
        assertThat(news().get(mention).root()).isEqualTo(root);
    }

    @Test
    void a_hidden_answer_is_not_told_of_any_more_and_still_stands_in_the_talk() throws Exception {
        var post = post();
        var said = on.view.reply(on.somebody, post.id(), post.id(), "Piiloon");
        on.view.settle();
        var heard = news().get(said);
        on.bluesky.moderate(on.access, Act.HIDE, heard.sent(), heard.speaker());
        on.view.settle();
        assertThat(news()).doesNotContainKey(said);
        assertThat(on.bluesky.talk(on.access, post.id()).heard())
                .extracting(Heard::standing)
                .containsExactly(Standing.HIDDEN);
    }

    @Test
    void where_somebody_is_blocked_the_talk_is_not_whole() throws Exception {
        var post = post();
        var said = on.view.reply(on.somebody, post.id(), post.id(), "Rumaa");
        on.view.settle();
        var heard = news().get(said);
        on.bluesky.moderate(on.access, Act.BLOCK, heard.sent(), heard.speaker());
        on.view.settle();
        assertThat(on.bluesky.talk(on.access, post.id()).whole()).isFalse();
    }

    @Test
    void what_says_that_it_is_older_than_what_was_read_is_heard_all_the_same() throws Exception {
        var post = post();
        on.view.reply(on.somebody, post.id(), post.id(), "Ensin");
        on.view.settle();
        var cursor = on.bluesky.news(on.access, "").cursor();
        var late = on.view.dated(
                on.somebody, post.id(), "Myöhässä", java.time.Instant.now().minusSeconds(300));
        on.view.settle();
        assertThat(on.bluesky.news(on.access, cursor).heard())
                .extracting(Heard::id)
                .contains(late);
    }

    @Test
    void an_endless_chain_is_read_as_deep_as_it_goes() throws Exception {
        var post = post();
        var chain = new ArrayList<String>();
        for (var level = 0; level < 170; level++) {
            chain.add(on.view.reply(
                    on.somebody, post.id(), chain.isEmpty() ? post.id() : chain.getLast(), "Taso " + level));
        }
        on.view.settle();
        var talk = on.bluesky.talk(on.access, post.id());
        assertThat(talk.whole()).isTrue();
        assertThat(talk.heard()).extracting(Heard::id).containsExactlyElementsOf(chain);
    }

    private Sent post() throws Exception {
        var sent = ((Published) on.bluesky.publish(on.access, parcel())).sent();
        on.view.settle();
        return sent;
    }

    private Map<String, Heard> news() throws Exception {
        var heard = new ArrayList<Heard>();
        var cursor = "";
        for (var more = true; more; ) {
            var news = on.bluesky.news(on.access, cursor);
            heard.addAll(news.heard());
            cursor = news.cursor();
            more = news.more();
        }
        return heard.stream().collect(Collectors.toMap(Heard::id, each -> each, (one, other) -> other));
    }
}
