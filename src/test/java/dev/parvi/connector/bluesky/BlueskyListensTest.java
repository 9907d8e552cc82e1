package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.ListensContract;
import dev.parvi.connector.TalkContract.Trouble;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of listening on answers in the shape in which a real view gave them. */
class BlueskyListensTest extends ListensContract {

    @RegisterExtension
    final OnRecordedBluesky<RecordedPublic> on = new OnRecordedBluesky<>(RecordedPublic::new);

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
    protected String posted(String text) {
        return on.view.say(text);
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
