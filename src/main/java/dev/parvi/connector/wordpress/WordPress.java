package dev.parvi.connector.wordpress;

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

/**
 * A blog on WordPress 5.6 or newer, its own or a host's. Measured at 6.1: no call carries a key, the same slug becomes another
 * one, ten at once make ten posts; see {@link Drafts} for how a post still goes out once and {@link Commenting} for answers. Who
 * isn't known is told 401 {@code rest_not_logged_in} whether the password is wrong, revoked or lost on the way, and 400 where
 * they ask for drafts; an upload of no picture is told 500; a comment below one that isn't there is taken.
 */
@Component
final class WordPress
        implements Connector, SignsIn, Publishes, Finds, Deletes, Previews, Reads, Replies, Moderates, Gathers {

    static final Duration CALL_DEADLINE = Duration.ofSeconds(90);
    static final int PICTURES_MOST = 20;

    private static final String ICON =
            "M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20zm0 1.7a8.3 8.3 0 1 1 0 16.6 8.3 8.3 0 0 1"
                    + " 0-16.6zM5.4 8h2.1l1.9 6.1L11.2 8h1.6l1.8 6.1L16.5 8h2.1l-3.1 9h-1.7L12 11.4 10.2 17H8.5z";

    /** What a small host bears; each post is up to a handful of calls. */
    private static final Descriptor.Pace PACE = new Descriptor.Pace(300, Duration.ofHours(1));

    private static final Descriptor.Pace READING = new Descriptor.Pace(1_200, Duration.ofHours(1));

    private static final Descriptor DESCRIPTOR = new Descriptor(
            "wordpress",
            "WordPress",
            ICON,
            Descriptor.Proof.REAL_SERVER,
            false,
            new Descriptor.TextRule(60_000, Descriptor.Unit.GRAPHEMES, 1_000_000),
            new Descriptor.MediaRule(
                    List.of("image/jpeg", "image/png", "image/webp", "image/gif"),
                    PICTURES_MOST,
                    Uploads.PICTURE_BYTES,
                    Uploads.PICTURE_PIXELS,
                    2_000),
            EnumSet.of(
                    Feature.TITLE,
                    Feature.EXCERPT,
                    Feature.CATEGORIES,
                    Feature.TAGS,
                    Feature.LINK_BELOW,
                    Feature.FIRST_COMMENT,
                    Feature.DELETE),
            CALL_DEADLINE,
            PACE);

    private static final Set<String> FAULTS = Set.of(
            "wordpress.category",
            "wordpress.closed",
            "wordpress.duplicate",
            "wordpress.gone",
            "wordpress.may-not",
            "wordpress.may-not-moderate",
            "wordpress.may-not-publish",
            "wordpress.moved",
            "wordpress.no-passwords",
            "wordpress.no-rest",
            "wordpress.no-trash",
            "wordpress.not-ours",
            "wordpress.password",
            "wordpress.password-missing",
            "wordpress.picture",
            "wordpress.refused",
            "wordpress.revoked",
            "wordpress.site-address",
            "wordpress.site-missing",
            "wordpress.too-large",
            "wordpress.user-missing",
            "wordpress.waiting");

    private final SigningIn signingIn;
    private final Posting posting;
    private final Commenting commenting;
    private final Listening listening;
    private final Moderating moderating;
    private final Users users;

    WordPress(
            SigningIn signingIn,
            Posting posting,
            Commenting commenting,
            Listening listening,
            Moderating moderating,
            Users users) {
        this.signingIn = signingIn;
        this.posting = posting;
        this.commenting = commenting;
        this.listening = listening;
        this.moderating = moderating;
        this.users = users;
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
        return said(parcel) ? commenting.say(access, parcel) : posting.publish(access, parcel);
    }

    @Override
    public Crowd followers(Access access, String cursor) throws ConnectorFailed {
        return users.page(access, cursor);
    }

    @Override
    public Descriptor.Pace gathering() {
        return READING;
    }

    @Override
    public PublishOutcome reply(Access access, Parcel parcel) {
        return commenting.say(access, parcel);
    }

    @Override
    public Finding find(Access access, Parcel parcel) {
        return said(parcel) ? commenting.find(access, parcel) : posting.find(access, parcel);
    }

    /** Whether it is a comment and no post. */
    private static boolean said(Parcel parcel) {
        return parcel.comment() || parcel.answered() != null;
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
    public Descriptor.Pace reading() {
        return READING;
    }

    @Override
    public Set<Heard.Kind> answerable() {
        return Set.of(Heard.Kind.COMMENT);
    }

    @Override
    public Set<Act> acts() {
        return Moderating.ACTS;
    }

    @Override
    public boolean ownGround() {
        return true;
    }

    @Override
    public void moderate(Access access, Act act, Sent said, Heard.Speaker speaker) throws ConnectorFailed {
        moderating.moderate(access, act, said);
    }

    @Override
    public String template() {
        return "connector/wordpress/preview";
    }

    @Override
    public Drawing draw(Message message, @Nullable Card card) {
        var named = card != null && Pieces.name(message.text(), card.address());
        return new Drawing(message, Pieces.of(message.text()), message.pictures(), named ? null : card);
    }
}
