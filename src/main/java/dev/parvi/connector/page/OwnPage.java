package dev.parvi.connector.page;

import dev.parvi.connector.Access;
import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Deletes;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Finds;
import dev.parvi.connector.Gathers;
import dev.parvi.connector.Heard;
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
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The brand's own page. It needs no key from anybody, and a repeated call with the same key changes nothing. */
@Component
final class OwnPage
        implements Connector, SignsIn, Publishes, Finds, Deletes, Previews, Reads, Replies, Moderates, Gathers {

    static final String KEY = "page";
    static final Descriptor.TextRule TEXT = new Descriptor.TextRule(10_000, Descriptor.Unit.GRAPHEMES, 200_000);
    static final int PICTURES_MOST = 20;
    static final Duration CALL_DEADLINE = Duration.ofSeconds(20);

    private static final String ICON =
            "M5 2h10l5 5v13a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V4a2 2 0 0 1 2-2zm9 2v4h4zM6 12v2h11v-2z"
                    + "m0 4v2h8v-2zM6 7v2h5V7z";

    private static final Descriptor DESCRIPTOR = new Descriptor(
            KEY,
            "Own page",
            ICON,
            Descriptor.Proof.REAL_SERVER,
            true,
            TEXT,
            new Descriptor.MediaRule(
                    List.of("image/jpeg", "image/png", "image/webp", "image/gif"),
                    PICTURES_MOST,
                    20_000_000,
                    20_000,
                    2_000),
            EnumSet.complementOf(EnumSet.of(Feature.EXCERPT, Feature.CATEGORIES, Feature.LINK_BELOW)),
            CALL_DEADLINE,
            new Descriptor.Pace(10_000, Duration.ofHours(1)));

    private static final Set<String> FAULTS = Set.of(
            "page.answered-hidden",
            "page.block-nobody",
            "page.comment-deleted",
            "page.comment-erased",
            "page.database",
            "page.empty",
            "page.gone",
            "page.thread-gone",
            "page.too-long",
            "page.too-many-pictures");

    /** The desk's own database has no limit; this one keeps a fault of ours from reading without end. */
    private static final Descriptor.Pace READING = new Descriptor.Pace(20_000, Duration.ofHours(1));

    private final Counter counter;
    private final Opening opening;
    private final Gathering gathering;
    private final Ordering ordering;
    private final Registers registers;

    OwnPage(Counter counter, Opening opening, Gathering gathering, Ordering ordering, Registers registers) {
        this.counter = counter;
        this.opening = opening;
        this.gathering = gathering;
        this.ordering = ordering;
        this.registers = registers;
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
        return new Step.Ask(List.of());
    }

    @Override
    public Step answer(Map<String, String> given) throws ConnectorFailed {
        return new Step.Done(opening.page());
    }

    @Override
    public PublishOutcome publish(Access access, Parcel parcel) {
        return counter.publish(access, parcel);
    }

    @Override
    public Finding find(Access access, Parcel parcel) {
        return counter.find(access, parcel);
    }

    @Override
    public void delete(Access access, Sent sent) throws ConnectorFailed {
        counter.delete(access, sent);
    }

    @Override
    public News news(Access access, String cursor) throws ConnectorFailed {
        return gathering.news(access, cursor);
    }

    @Override
    public Talk talk(Access access, String root) throws ConnectorFailed {
        return gathering.talk(access, root);
    }

    @Override
    public Crowd followers(Access access, String cursor) throws ConnectorFailed {
        return registers.page(access, cursor);
    }

    @Override
    public Descriptor.Pace gathering() {
        return READING;
    }

    @Override
    public Descriptor.Pace reading() {
        return READING;
    }

    @Override
    public Set<Heard.Kind> answerable() {
        return EnumSet.of(Heard.Kind.COMMENT, Heard.Kind.REVIEW);
    }

    @Override
    public PublishOutcome reply(Access access, Parcel parcel) {
        return counter.publish(access, parcel);
    }

    @Override
    public Set<Act> acts() {
        return EnumSet.allOf(Act.class);
    }

    @Override
    public boolean ownGround() {
        return true;
    }

    @Override
    public void moderate(Access access, Act act, Sent said, Heard.Speaker speaker) throws ConnectorFailed {
        ordering.moderate(access, act, said, speaker);
    }

    @Override
    public String template() {
        return "connector/page/preview";
    }

    @Override
    public Drawing draw(Message message, @Nullable Card card) {
        return Drawings.of(message, card);
    }
}
