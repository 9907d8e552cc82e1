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
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Sent;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.connector.TalkContract;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Both contracts, and what only this network does, on the whole real network with its view. */
@Tag("networks")
class BlueskyTalkNetworkTest extends TalkContract {

    private static RealView view;

    private final Bluesky bluesky = (Bluesky) BlueskyParts.connector();
    private RecordedNetwork network;
    private RealView.Person us;
    private RealView.Person somebody;
    private KeptAccess access;

    @BeforeAll
    static void start() throws Exception {
        view = new RealView();
    }

    @AfterAll
    static void stop() {
        view.close();
    }

    @BeforeEach
    void connect() throws Exception {
        network = new RecordedNetwork(
                RecordedNetwork.handingOnTo(view.address), RecordedBluesky.recorded("rate-limited"));
        us = view.person();
        somebody = view.person();
        var done = (Step.Done) bluesky.answer(Map.of(
                "handle", us.handle(),
                "password", us.appPassword(),
                "server", network.address().toString()));
        access = new KeptAccess(done.credentials().values());
        given(Situation.WELL);
    }

    @AfterEach
    void close() {
        network.close();
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
            view.revoke(us);
        }
        Situations.arrange(situation, network, access);
    }

    @Override
    protected void reading(Trouble trouble) throws Exception {
        if (trouble == Trouble.PERMISSION_GONE) {
            view.revoke(us);
        }
        Situations.arrange(trouble, network, access);
    }

    @Override
    protected int standing(Parcel parcel) throws Exception {
        return (int)
                view.texts(us).stream().filter(parcel.message().text()::equals).count();
    }

    @Override
    protected Message refused() {
        return Message.of("ä".repeat(301));
    }

    @Override
    protected String said(Sent under, String parent, String text) throws Exception {
        return view.reply(somebody, under.id(), parent == null ? under.id() : parent, text);
    }

    @Override
    protected void takenBack(String id) throws Exception {
        view.delete(somebody, id);
    }

    @Override
    protected boolean changed(String id, String text) throws Exception {
        view.change(somebody, id, text);
        return true;
    }

    @Override
    protected boolean blocked() throws Exception {
        return view.blockedBy(somebody, us);
    }

    @Override
    protected void settled() throws Exception {
        view.settle();
    }

    @Override
    protected int many() {
        return 130;
    }

    @Test
    void mentions_and_quotes_stand_for_themselves_and_answers_to_them_below() throws Exception {
        var post = post();
        var mention = view.mention(somebody, us, "Hei");
        var quote = view.quote(somebody, post.id(), "Katsokaa");
        view.settle();
        var heard = news();
        assertThat(heard.get(mention).kind()).isEqualTo(Kind.MENTION);
        assertThat(heard.get(mention).root()).isEqualTo(mention);
        assertThat(heard.get(quote).kind()).isEqualTo(Kind.QUOTE);
        for (var each : List.of(mention, quote)) {
            var parcel = answering(heard.get(each).sent(), Message.of("Kiitos " + each.hashCode()));
            assertThat(bluesky.reply(access, parcel)).isInstanceOf(Published.class);
            view.settle();
            var talk = bluesky.talk(access, each);
            assertThat(talk.heard())
                    .extracting(Heard::text)
                    .containsExactly(parcel.message().text());
            assertThat(talk.heard()).extracting(Heard::root).containsExactly(each);
        }
    }

    @Test
    void in_a_thread_of_others_only_what_is_said_to_us_counts_and_what_follows_it() throws Exception {
        var root = view.post(somebody, "Muiden puhetta");
        view.reply(somebody, root, root, "Ei meille");
        var mention = view.mention(somebody, us, "Entä te", root, root);
        var below = view.reply(somebody, root, mention, "Jatkoa");
        view.settle();
        var talk = bluesky.talk(access, root);
        assertThat(talk.heard()).extracting(Heard::id).containsExactlyInAnyOrder(mention, below);
        assertThat(news().get(mention).root()).isEqualTo(root);
    }

    @Test
    void a_hidden_answer_is_not_told_of_any_more_and_still_stands_in_the_talk() throws Exception {
        var post = post();
        var said = view.reply(somebody, post.id(), post.id(), "Piiloon");
        view.settle();
        var heard = news().get(said);
        bluesky.moderate(access, Act.HIDE, heard.sent(), heard.speaker());
        view.settle();
        assertThat(news()).doesNotContainKey(said);
        assertThat(bluesky.talk(access, post.id()).heard())
                .extracting(Heard::standing)
                .containsExactly(Standing.HIDDEN);
    }

    @Test
    void where_somebody_is_blocked_the_talk_is_not_whole() throws Exception {
        var post = post();
        var said = view.reply(somebody, post.id(), post.id(), "Rumaa");
        view.settle();
        var heard = news().get(said);
        bluesky.moderate(access, Act.BLOCK, heard.sent(), heard.speaker());
        view.settle();
        assertThat(bluesky.talk(access, post.id()).whole()).isFalse();
    }

    @Test
    void what_says_that_it_is_older_than_what_was_read_is_heard_all_the_same() throws Exception {
        var post = post();
        view.reply(somebody, post.id(), post.id(), "Ensin");
        view.settle();
        var cursor = bluesky.news(access, "").cursor();
        var late = view.dated(
                somebody, post.id(), "Myöhässä", java.time.Instant.now().minusSeconds(300));
        view.settle();
        assertThat(bluesky.news(access, cursor).heard()).extracting(Heard::id).contains(late);
    }

    @Test
    void an_endless_chain_is_read_as_deep_as_it_goes() throws Exception {
        var post = post();
        var chain = new ArrayList<String>();
        for (var level = 0; level < 170; level++) {
            chain.add(view.reply(somebody, post.id(), chain.isEmpty() ? post.id() : chain.getLast(), "Taso " + level));
        }
        view.settle();
        var talk = bluesky.talk(access, post.id());
        assertThat(talk.whole()).isTrue();
        assertThat(talk.heard()).extracting(Heard::id).containsExactlyElementsOf(chain);
    }

    private Sent post() throws Exception {
        var sent = ((Published) bluesky.publish(access, parcel())).sent();
        view.settle();
        return sent;
    }

    private Map<String, Heard> news() throws Exception {
        var heard = new ArrayList<Heard>();
        var cursor = "";
        for (var more = true; more; ) {
            var news = bluesky.news(access, cursor);
            heard.addAll(news.heard());
            cursor = news.cursor();
            more = news.more();
        }
        return heard.stream().collect(Collectors.toMap(Heard::id, each -> each, (one, other) -> other));
    }
}
