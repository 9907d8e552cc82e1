package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Sent;
import dev.parvi.connector.TalkContract;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract on what a real server answered once. */
class BlueskyContractTest extends TalkContract {

    @RegisterExtension
    final OnRecordedBluesky<RecordedView> on = new OnRecordedBluesky<>(RecordedView::new);

    @Override
    protected Connector connector() {
        return BlueskyParts.connector();
    }

    @Override
    protected KeptAccess access() {
        return on.access;
    }

    @Override
    protected void given(Situation situation) {
        on.given(situation);
    }

    @Override
    protected int standing(Parcel parcel) {
        return (int) on.recorded.records.values().stream()
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
        on.reading(trouble);
    }

    @Override
    protected String said(Sent under, String parent, String text) {
        return on.view.say(under.id(), parent == null ? under.id() : parent, text);
    }

    @Override
    protected void takenBack(String id) {
        on.view.takeBack(id);
    }

    @Override
    protected boolean changed(String id, String text) {
        on.view.change(id, text);
        return true;
    }

    @Override
    protected boolean blocked() {
        return on.view.blocked();
    }
}
