package dev.parvi.support;

import dev.parvi.connector.Access;
import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Deletes;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Descriptor.MediaRule;
import dev.parvi.connector.Descriptor.Pace;
import dev.parvi.connector.Descriptor.Proof;
import dev.parvi.connector.Descriptor.TextRule;
import dev.parvi.connector.Descriptor.Unit;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds;
import dev.parvi.connector.Gathers;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Listens;
import dev.parvi.connector.Moderates;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Publishes;
import dev.parvi.connector.Reads;
import dev.parvi.connector.Replies;
import dev.parvi.connector.Sent;
import dev.parvi.connector.SignsIn;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A network that does what a test tells it. There are two: {@code test} takes everything that is sent to it, doubled or not;
 * {@code testkeyed} dedupes by the parcel's key. What is where lives outside any desk, so that it outlives one that dies; a
 * test uses a place name of its own ({@code given.account(seat)} makes one).
 */
public final class TestNetwork
        implements Connector, SignsIn, Publishes, Finds, Deletes, Replies, Reads, Moderates, Listens, Gathers {

    public static final String KEY = "test";
    public static final String KEYED = "testkeyed";

    /** The password that the network refuses. */
    public static final String WRONG = "wrong";

    private static final Map<String, TestPlace> PLACES = new ConcurrentHashMap<>();

    private final String network;
    private final boolean dedupes;

    TestNetwork(String network, boolean dedupes) {
        this.network = network;
        this.dedupes = dedupes;
    }

    /** One account on the network, as the network sees it: script it and look into it here. */
    public static TestPlace of(String place) {
        return PLACES.computeIfAbsent(place, TestPlace::new);
    }

    @Override
    public Descriptor descriptor() {
        return new Descriptor(
                network,
                dedupes ? "Test, keyed" : "Test",
                "M4 4h16v16H4z",
                Proof.RECORDED_PAYLOADS,
                dedupes,
                new TextRule(300, Unit.GRAPHEMES, 3000),
                new MediaRule(List.of("image/jpeg", "image/png"), 4, 1_000_000, 2000, 1000),
                EnumSet.of(Feature.LINK_CARD, Feature.THREAD, Feature.FIRST_COMMENT, Feature.TAGS, Feature.DELETE),
                Duration.ofSeconds(5),
                new Pace(100_000, Duration.ofHours(1)));
    }

    @Override
    public Step begin() {
        return new Step.Ask(List.of(new Field("handle", false, ""), new Field("password", true, "")));
    }

    @Override
    public Step answer(Map<String, String> given) throws ConnectorFailed {
        var handle = given.getOrDefault("handle", "").strip();
        if (handle.isEmpty() || given.getOrDefault("password", "").equals(WRONG)) {
            throw new ConnectorFailed(new Fault("test.refused", "No such handle and password"), false);
        }
        of(handle).signedIn();
        return new Step.Done(new Credentials(
                handle,
                "@" + handle,
                "Place " + handle,
                URI.create("https://test.example/" + handle),
                Map.of("place", handle, "token", of(handle).token())));
    }

    @Override
    public PublishOutcome publish(Access access, Parcel parcel) {
        return place(access).publish(parcel, access.credentials().getOrDefault("token", ""), dedupes);
    }

    @Override
    public Set<Heard.Kind> answerable() {
        return EnumSet.allOf(Heard.Kind.class);
    }

    /** Scripted and looked at like what is published. */
    @Override
    public PublishOutcome reply(Access access, Parcel parcel) {
        return publish(access, parcel);
    }

    @Override
    public Finding find(Access access, Parcel parcel) {
        return place(access).find(parcel);
    }

    @Override
    public void delete(Access access, Sent sent) {
        place(access).delete(sent);
    }

    @Override
    public News news(Access access, String cursor) throws ConnectorFailed {
        return place(access).talks().news(cursor);
    }

    @Override
    public Talk talk(Access access, String root) throws ConnectorFailed {
        return place(access).talks().talk(root);
    }

    @Override
    public List<Heard> apart(Access access, String root, List<String> missing) {
        return place(access).talks().apart(missing);
    }

    @Override
    public Pace reading() {
        return new Pace(100, Duration.ofMinutes(5));
    }

    @Override
    public Set<Act> acts() {
        return EnumSet.complementOf(EnumSet.of(Act.RESTORE));
    }

    @Override
    public boolean ownGround() {
        return dedupes;
    }

    @Override
    public void moderate(Access access, Act act, Sent said, Heard.Speaker speaker) throws ConnectorFailed {
        place(access).talks().moderate(act, said.id());
    }

    @Override
    public List<Offer> offers() {
        return List.of(
                new Offer(Listens.Kind.ACCOUNT, 100, Proof.RECORDED_PAYLOADS),
                new Offer(Listens.Kind.SEARCH, 100, Proof.RECORDED_PAYLOADS),
                new Offer(Listens.Kind.PHRASE, 100, Proof.RECORDED_PAYLOADS));
    }

    @Override
    public Pace listening() {
        return new Pace(20, Duration.ofMinutes(5));
    }

    @Override
    public Aim aim(Access access, Listens.Kind kind, String typed) throws ConnectorFailed {
        if (typed.isBlank()) {
            throw new ConnectorFailed(new Fault("test.refused", "Nothing typed"), false, Listens.TYPED);
        }
        return new Aim(kind, typed.strip(), "Test " + typed.strip(), URI.create("https://test.example/search"));
    }

    @Override
    public Catch listen(Access access, Aim aim, String cursor) throws ConnectorFailed {
        return place(access).posts().listen(aim, cursor);
    }

    @Override
    public Crowd followers(Access access, String cursor) throws ConnectorFailed {
        return place(access).crowd().page(cursor);
    }

    @Override
    public Pace gathering() {
        return new Pace(100, Duration.ofMinutes(5));
    }

    private static TestPlace place(Access access) {
        return of(access.credentials().getOrDefault("place", ""));
    }
}
