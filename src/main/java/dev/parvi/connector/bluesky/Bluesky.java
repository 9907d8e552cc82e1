package dev.parvi.connector.bluesky;

import dev.parvi.connector.Access;
import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Deletes;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Finds;
import dev.parvi.connector.Gathers;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Listens;
import dev.parvi.connector.Message;
import dev.parvi.connector.Moderates;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Previews;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Publishes;
import dev.parvi.connector.Reads;
import dev.parvi.connector.Replies;
import dev.parvi.connector.Sent;
import dev.parvi.connector.SignsIn;
import dev.parvi.connector.Streams;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Bluesky: any server of the AT Protocol that keeps app.bsky posts. */
@Component
final class Bluesky
        implements Connector,
                SignsIn,
                Publishes,
                Finds,
                Deletes,
                Previews,
                Reads,
                Replies,
                Moderates,
                Listens,
                Gathers,
                Streams {

    static final Duration CALL_DEADLINE = Duration.ofSeconds(45);

    private static final String ICON =
            "M12 10.8c-1.087-2.114-4.046-6.053-6.798-7.995C2.566.944 1.561 1.266.902 1.565.139 1.908 0 "
                    + "3.08 0 3.768c0 .69.378 5.65.624 6.479.815 2.736 3.713 3.66 6.383 3.364.136-.02.275-.039.415-.056-.138.022-.276.04-"
                    + ".415.056-3.912.58-7.387 2.005-2.83 7.078 5.013 5.19 6.87-1.113 7.823-4.308.953 3.195 2.05 9.271 7.733 4.308 4.267"
                    + "-4.308 1.172-6.498-2.74-7.078a8.741 8.741 0 0 1-.415-.056c.14.017.279.036.415.056 2.67.297 5.568-.628 6.383-3.364"
                    + ".246-.828.624-5.79.624-6.478 0-.69-.139-1.861-.902-2.206-.659-.298-1.664-.62-4.3 1.24C16.046 4.748 13.087 8.687 "
                    + "12 10.8Z";

    /** 5,000 points an hour and 2 for a putRecord would be 2,500; some are left for deletions and for other apps. */
    private static final Descriptor.Pace PACE = new Descriptor.Pace(1_500, Duration.ofHours(1));

    /** 3,000 calls an address and 5 minutes; one reading makes several, and other accounts read too. */
    private static final Descriptor.Pace READING = new Descriptor.Pace(100, Duration.ofMinutes(5));

    /** Out of the same 3,000. */
    private static final Descriptor.Pace LISTENING = new Descriptor.Pace(100, Duration.ofMinutes(5));

    /** Out of the same 3,000; a page is one call. */
    private static final Descriptor.Pace GATHERING = new Descriptor.Pace(100, Duration.ofMinutes(5));

    private static final Descriptor DESCRIPTOR = new Descriptor(
            "bluesky",
            "Bluesky",
            ICON,
            Descriptor.Proof.REAL_SERVER,
            true,
            new Descriptor.TextRule(300, Descriptor.Unit.GRAPHEMES, 3_000),
            new Descriptor.MediaRule(
                    List.of("image/jpeg", "image/png", "image/webp", "image/gif"),
                    Embeds.PICTURES_MOST,
                    Embeds.PICTURE_BYTES,
                    Embeds.PICTURE_PIXELS,
                    2_000),
            Set.of(
                    Feature.LINK_CARD,
                    Feature.THREAD,
                    Feature.PART_PICTURES,
                    Feature.QUOTE,
                    Feature.FIRST_COMMENT,
                    Feature.LANGUAGES,
                    Feature.DELETE),
            CALL_DEADLINE,
            PACE);

    private static final Set<String> FAULTS = Set.of(
            "bluesky.block-nobody",
            "bluesky.blocked",
            "bluesky.deactivated",
            "bluesky.handle",
            "bluesky.handle-missing",
            "bluesky.hidden-many",
            "bluesky.key-taken",
            "bluesky.main-password",
            "bluesky.no-server",
            "bluesky.not-ours",
            "bluesky.password",
            "bluesky.password-missing",
            "bluesky.post-missing",
            "bluesky.quote",
            "bluesky.refused",
            "bluesky.revoked",
            "bluesky.second-factor",
            "bluesky.seek-account",
            "bluesky.seek-empty",
            "bluesky.seek-gone",
            "bluesky.seek-tag",
            "bluesky.stream-address",
            "bluesky.server-address",
            "bluesky.suspended",
            "bluesky.taken-down",
            "bluesky.token",
            "bluesky.too-large");

    private final SigningIn signingIn;
    private final Posting posting;
    private final Listening listening;
    private final Seeking seeking;
    private final Jetstream jetstream;
    private final Graph graph;

    Bluesky(
            SigningIn signingIn,
            Posting posting,
            Listening listening,
            Seeking seeking,
            Jetstream jetstream,
            Graph graph) {
        this.signingIn = signingIn;
        this.posting = posting;
        this.listening = listening;
        this.seeking = seeking;
        this.jetstream = jetstream;
        this.graph = graph;
    }

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Set<String> faults() {
        return FAULTS;
    }

    @Override
    public Step begin() {
        return SigningIn.begin();
    }

    @Override
    public Step answer(Map<String, String> given) throws ConnectorFailed {
        return signingIn.answer(given);
    }

    @Override
    public PublishOutcome publish(Access access, Parcel parcel) {
        return posting.publish(access, parcel);
    }

    @Override
    public Finding find(Access access, Parcel parcel) {
        return posting.find(access, parcel);
    }

    @Override
    public void delete(Access access, Sent sent) throws ConnectorFailed {
        posting.delete(access, sent);
    }

    @Override
    public News news(Access access, String cursor) throws ConnectorFailed {
        return listening.news(access, cursor);
    }

    @Override
    public Talk talk(Access access, String root) throws ConnectorFailed {
        return listening.talk(access, root);
    }

    @Override
    public List<Heard> apart(Access access, String root, List<String> missing) throws ConnectorFailed {
        return listening.apart(access, root, missing);
    }

    @Override
    public Descriptor.Pace reading() {
        return READING;
    }

    /** Direct messages are read only: see {@link Chats}. */
    @Override
    public Set<Heard.Kind> answerable() {
        return Set.of(Heard.Kind.COMMENT, Heard.Kind.MENTION, Heard.Kind.QUOTE, Heard.Kind.FOUND);
    }

    @Override
    public PublishOutcome reply(Access access, Parcel parcel) {
        return posting.publish(access, parcel);
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.HIDE, Act.UNHIDE, Act.BLOCK, Act.UNBLOCK);
    }

    @Override
    public void moderate(Access access, Act act, Sent said, Heard.Speaker speaker) throws ConnectorFailed {
        listening.moderate(access, act, said, speaker);
    }

    @Override
    public List<Offer> offers() {
        return Seeking.OFFERS;
    }

    @Override
    public Descriptor.Pace listening() {
        return LISTENING;
    }

    @Override
    public Aim aim(Access access, Kind kind, String typed) throws ConnectorFailed {
        return seeking.aim(access, kind, typed);
    }

    @Override
    public Catch listen(Access access, Aim aim, String cursor) throws ConnectorFailed {
        return seeking.listen(access, aim, cursor);
    }

    @Override
    public Crowd followers(Access access, String cursor) throws ConnectorFailed {
        return graph.followers(access, cursor);
    }

    @Override
    public Descriptor.Pace gathering() {
        return GATHERING;
    }

    @Override
    public boolean streaming() {
        return jetstream.wanted();
    }

    /** No such server is to be had for trying: its published events are played instead. */
    @Override
    public Descriptor.Proof streamProof() {
        return Descriptor.Proof.RECORDED_PAYLOADS;
    }

    @Override
    public Flow flow(String cursor) throws ConnectorFailed {
        return jetstream.flow(cursor);
    }

    @Override
    public String template() {
        return "connector/bluesky/preview";
    }

    @Override
    public Drawing draw(Message message, @Nullable Card card) {
        return Drawings.of(message, card);
    }
}
