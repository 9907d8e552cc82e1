package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.Sent;
import dev.parvi.connector.TalkContract;
import org.junit.jupiter.api.AfterEach;

/** The contract on what a real server answered once. */
class BlueskyContractTest extends TalkContract {

    private final RecordedBluesky recorded = new RecordedBluesky();
    private final RecordedView view = new RecordedView(recorded);
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
    protected void given(Situation situation) {
        if (situation == Situation.PERMISSION_GONE) {
            recorded.password = "";
            recorded.refresh = "";
        }
        Situations.arrange(situation, network, access);
    }

    @Override
    protected int standing(Parcel parcel) {
        return (int) recorded.records.values().stream()
                .filter(record ->
                        record.path("text").asString().equals(parcel.message().text()))
                .count();
    }

    @Override
    protected Message refused() {
        return Message.of("Liian pitkä ".repeat(40));
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
    protected String said(Sent under, String parent, String text) {
        return view.say(under.id(), parent == null ? under.id() : parent, text);
    }

    @Override
    protected void takenBack(String id) {
        view.takeBack(id);
    }

    @Override
    protected boolean changed(String id, String text) {
        view.change(id, text);
        return true;
    }

    @Override
    protected boolean blocked() {
        return view.blocked();
    }
}
