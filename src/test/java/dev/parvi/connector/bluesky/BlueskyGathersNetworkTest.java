package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.GathersContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.RecordedNetwork;
import dev.parvi.connector.SignsIn.Step;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;

/** The contract of reading followers on the whole real network with its view. */
@Tag("networks")
@Timeout(300)
class BlueskyGathersNetworkTest extends GathersContract {

    private static RealView view;

    private final Bluesky bluesky = (Bluesky) BlueskyParts.connector();
    private final Map<String, String> follows = new HashMap<>();
    private final Map<String, RealView.Person> people = new HashMap<>();
    private RecordedNetwork network;
    private RealView.Person us;
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
    protected String joins(String name, String about) throws Exception {
        var person = view.person();
        view.describe(person, name, about);
        follows.put(person.did(), view.follow(person, us));
        people.put(person.did(), person);
        return person.did();
    }

    @Override
    protected void leaves(String id) throws Exception {
        view.delete(Objects.requireNonNull(people.get(id)), Objects.requireNonNull(follows.get(id)));
        view.settle();
    }

    @Override
    protected void settled() throws Exception {
        view.settle();
    }

    /** One page and a bit: each is an account that has to be made. */
    @Override
    protected int many() {
        return 104;
    }
}
