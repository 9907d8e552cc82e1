package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.ListensContract;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.TalkContract.Trouble;
import org.junit.jupiter.api.AfterEach;

/** The contract of listening on answers in the shape in which a real view gave them. */
class BlueskyListensTest extends ListensContract {

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final RecordedPublic view = new RecordedPublic(recorded);
    private final RecordedNetwork network = new RecordedNetwork(view, RecordedBluesky.recorded("rate-limited"));
    private final KeptAccess access = new KeptAccess(new Login(
                    network.address(),
                    network.address(),
                    RecordedBluesky.DID,
                    "alice.test",
                    recorded.access,
                    recorded.refresh,
                    recorded.password)
            .kept());

    @AfterEach
    void close() {
        network.close();
    }

    @Override
    protected Connector connector() {
        return BlueskyParts.connector();
    }

    @Override
    protected KeptAccess access() {
        return access;
    }

    @Override
    protected void reading(Trouble trouble) {
        if (trouble == Trouble.PERMISSION_GONE) {
            recorded.password = "";
            recorded.refresh = "";
        }
        Situations.arrange(trouble, network, access);
    }

    @Override
    protected String posted(String text) {
        return view.say(text);
    }

    @Override
    protected String who() {
        return "@" + RecordedPublic.HANDLE;
    }

    @Override
    protected String nobody() {
        return "nobody.test";
    }
}
