package dev.parvi.connector.bluesky;

import dev.parvi.connector.ConnectorContract.Situation;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.Map;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The whole real network with its view, for a class of tests; an account of ours on it, and somebody else's, anew for each test. */
final class OnRealBluesky implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

    final Bluesky bluesky = (Bluesky) BlueskyParts.connector();
    RealView view;
    RealView.Person us;
    RealView.Person somebody;
    KeptAccess access;
    private RecordedNetwork network;

    @Override
    public void beforeAll(ExtensionContext context) throws Exception {
        view = new RealView();
    }

    @Override
    public void beforeEach(ExtensionContext context) throws Exception {
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

    @Override
    public void afterEach(ExtensionContext context) {
        network.close();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        view.close();
    }

    void reading(Trouble trouble) throws Exception {
        gone(trouble == Trouble.PERMISSION_GONE);
        Situations.arrange(trouble, network, access);
    }

    void given(Situation situation) throws Exception {
        gone(situation == Situation.PERMISSION_GONE);
        Situations.arrange(situation, network, access);
    }

    private void gone(boolean is) throws Exception {
        if (is) {
            view.revoke(us);
        }
    }
}
