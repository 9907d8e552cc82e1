package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorContract.Situation;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.RecordedNetwork.Playing;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** An account signed in on recorded answers, for one test. */
final class OnRecordedBluesky<V extends Playing> implements AfterEachCallback {

    final RecordedBluesky recorded = new RecordedBluesky();
    final V view;
    final RecordedNetwork network;
    final KeptAccess access;

    OnRecordedBluesky(Function<RecordedBluesky, V> view) {
        this.view = view.apply(recorded);
        network = new RecordedNetwork(this.view, RecordedBluesky.recorded("rate-limited"));
        var address = network.address();
        access = new KeptAccess(new Login(
                        address,
                        address,
                        RecordedBluesky.DID,
                        "alice.test",
                        recorded.access,
                        recorded.refresh,
                        recorded.password)
                .kept());
    }

    @Override
    public void afterEach(ExtensionContext context) {
        network.close();
    }

    void reading(Trouble trouble) {
        gone(trouble == Trouble.PERMISSION_GONE);
        Situations.arrange(trouble, network, access);
    }

    void given(Situation situation) {
        gone(situation == Situation.PERMISSION_GONE);
        Situations.arrange(situation, network, access);
    }

    private void gone(boolean is) {
        if (is) {
            recorded.password = "";
            recorded.refresh = "";
        }
    }
}
