package dev.parvi.connector.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Listens.Kind;
import dev.parvi.connector.ListensContract;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The contract of listening on the whole real network with its view. */
@Tag("networks")
class BlueskyListensNetworkTest extends ListensContract {

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
        view.settle();
        var done = (Step.Done) bluesky.answer(Map.of(
                "handle", us.handle(),
                "password", us.appPassword(),
                "server", network.address().toString()));
        access = new KeptAccess(done.credentials().values());
        reading(Trouble.WELL);
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
    protected void reading(Trouble trouble) throws Exception {
        if (trouble == Trouble.PERMISSION_GONE) {
            view.revoke(us);
        }
        Situations.arrange(trouble, network, access);
    }

    @Override
    protected String posted(String text) throws Exception {
        return view.post(somebody, text);
    }

    @Override
    protected String who() {
        return somebody.handle();
    }

    @Override
    protected String nobody() {
        return "nobody-at-all.test";
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
    void an_account_is_followed_by_its_lasting_name_and_not_for_what_it_answers_others() throws Exception {
        var own = view.post(somebody, "Oma julkaisu");
        var ours = view.post(us, "Meidän");
        var answer = view.reply(somebody, ours, ours, "Vastaus muille");
        view.settle();
        var aim = bluesky.aim(access, Kind.ACCOUNT, "https://bsky.app/profile/" + somebody.handle());
        assertThat(aim.value()).isEqualTo(somebody.did());
        assertThat(bluesky.listen(access, aim, "").posts())
                .extracting(each -> each.said().id())
                .contains(own)
                .doesNotContain(answer);
    }

    @Test
    void what_is_said_to_us_is_told_as_that_when_it_is_found() throws Exception {
        var mention = view.mention(somebody, us, "Kahvinäyte kiitos");
        view.settle();
        var aim = bluesky.aim(access, Kind.SEARCH, "Kahvinäyte");
        assertThat(bluesky.listen(access, aim, "").posts())
                .filteredOn(each -> each.said().id().equals(mention))
                .extracting(each -> each.said().kind())
                .containsExactly(dev.parvi.connector.Heard.Kind.MENTION);
    }
}
