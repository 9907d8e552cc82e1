package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.GathersContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.TalkContract.Trouble;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of reading followers on answers in the shape of a view's. */
class BlueskyGathersTest extends GathersContract {

    @RegisterExtension
    final OnRecordedBluesky<RecordedFollowers> on = new OnRecordedBluesky<>(RecordedFollowers::new);

    @Override
    protected Connector connector() {
        return BlueskyParts.connector();
    }

    @Override
    protected KeptAccess access() {
        return on.access;
    }

    @Override
    protected void reading(Trouble trouble) {
        on.reading(trouble);
    }

    @Override
    protected String joins(String name, String about) {
        return on.view.join(name, about);
    }

    @Override
    protected void leaves(String id) {
        on.view.leave(id);
    }

    @Override
    protected int many() {
        return 23;
    }
}
