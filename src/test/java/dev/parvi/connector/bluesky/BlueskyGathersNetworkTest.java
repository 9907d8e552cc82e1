package dev.parvi.connector.bluesky;

import dev.parvi.connector.Connector;
import dev.parvi.connector.GathersContract;
import dev.parvi.connector.KeptAccess;
import dev.parvi.connector.TalkContract.Trouble;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The contract of reading followers on the whole real network with its view. */
@Tag("networks")
@Timeout(300)
class BlueskyGathersNetworkTest extends GathersContract {

    @RegisterExtension
    static final OnRealBluesky on = new OnRealBluesky();

    private final Map<String, String> follows = new HashMap<>();
    private final Map<String, RealView.Person> people = new HashMap<>();

    @Override
    protected Connector connector() {
        return on.bluesky;
    }

    @Override
    protected KeptAccess access() {
        return on.access;
    }

    @Override
    protected void reading(Trouble trouble) throws Exception {
        on.reading(trouble);
    }

    @Override
    protected String joins(String name, String about) throws Exception {
        var person = on.view.person();
        on.view.describe(person, name, about);
        follows.put(person.did(), on.view.follow(person, on.us));
        people.put(person.did(), person);
        return person.did();
    }

    @Override
    protected void leaves(String id) throws Exception {
        on.view.delete(Objects.requireNonNull(people.get(id)), Objects.requireNonNull(follows.get(id)));
        on.view.settle();
    }

    @Override
    protected void settled() throws Exception {
        on.view.settle();
    }

    /** One page and a bit: each is an account that has to be made. */
    @Override
    protected int many() {
        return 104;
    }
}
