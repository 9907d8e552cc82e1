package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.GathersContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.TalkContract.Trouble;
import org.junit.jupiter.api.AfterEach;

/** The contract of reading followers on answers in the shape of a view's. */
class BlueskyGathersTest extends GathersContract {

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final RecordedFollowers view = new RecordedFollowers(recorded);
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
    protected String joins(String name, String about) {
        return view.join(name, about);
    }

    @Override
    protected void leaves(String id) {
        view.leave(id);
    }

    @Override
    protected int many() {
        return 23;
    }
}
