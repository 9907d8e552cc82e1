package dev.parvi.connector.byhand;

import dev.parvi.connector.Access;
import dev.parvi.connector.Connector;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Descriptor.Feature;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Finds;
import dev.parvi.connector.Heard;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Previews;
import dev.parvi.connector.PublishOutcome;
import dev.parvi.connector.Publishes;
import dev.parvi.connector.Replies;
import dev.parvi.connector.SignsIn;
import java.net.URI;
import java.time.Duration;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Any place that has no connector yet, such as a group or a channel. Nothing is ever called: publishing waits for a member, who
 * posts it there and records the address.
 */
@Component
final class ByHand implements Connector, SignsIn, Publishes, Finds, Replies, Previews {

    /** A hand-written page on a clipboard. */
    private static final String ICON =
            "M9 2h6a1 1 0 0 1 1 1v1h2a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2h2"
                    + "V3a1 1 0 0 1 1-1zm1 2v1h4V4h-4zM8 10v2h8v-2H8zm0 5v2h5v-2H8z";

    private static final Duration LOOK_AGAIN = Duration.ofDays(1);
    private static final int NAME_MOST = 80;

    private static final Descriptor DESCRIPTOR = new Descriptor(
            "byhand",
            "By hand",
            ICON,
            Descriptor.Proof.BY_HAND,
            true,
            new Descriptor.TextRule(60_000, Descriptor.Unit.CODE_POINTS, 240_000),
            new Descriptor.MediaRule(
                    List.of("image/jpeg", "image/png", "image/webp", "image/gif"), 20, 20_000_000, 10_000, 2_000),
            Set.of(Feature.FIRST_COMMENT, Feature.TITLE),
            Duration.ofSeconds(5),
            new Descriptor.Pace(1_000, Duration.ofHours(1)));

    @Override
    public Descriptor descriptor() {
        return DESCRIPTOR;
    }

    @Override
    public Set<String> faults() {
        return Set.of("byhand.address", "byhand.name-missing", "byhand.waiting");
    }

    @Override
    public Step begin() {
        return new Step.Ask(List.of(new Field("name", false, ""), new Field("address", false, "")));
    }

    @Override
    public Step answer(Map<String, String> given) throws ConnectorFailed {
        var name = given.getOrDefault("name", "").strip();
        if (name.isEmpty() || name.length() > NAME_MOST) {
            throw new ConnectorFailed(new Fault("byhand.name-missing", ""), false, "name");
        }
        var address = address(given.getOrDefault("address", "").strip());
        var place = address.toString().isEmpty() ? name.toLowerCase(Locale.ROOT) : address.toString();
        return new Step.Done(new Credentials(place, name, name, address, Map.of()));
    }

    /** Empty stays empty. Only addresses that a browser opens are taken. */
    private static URI address(String typed) throws ConnectorFailed {
        if (typed.isEmpty()) {
            return URI.create("");
        }
        try {
            var uri = URI.create(typed.contains("://") ? typed : "https://" + typed);
            if (uri.getHost() != null
                    && uri.getUserInfo() == null
                    && Set.of("http", "https").contains(uri.getScheme())) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            // said below
        }
        throw new ConnectorFailed(new Fault("byhand.address", typed), false, "address");
    }

    @Override
    public PublishOutcome publish(Access access, Parcel parcel) {
        return new PublishOutcome.Pending("byhand.waiting", LOOK_AGAIN);
    }

    /** Whatever was taken in from there can be answered there, by a member. */
    @Override
    public Set<Heard.Kind> answerable() {
        return EnumSet.allOf(Heard.Kind.class);
    }

    @Override
    public PublishOutcome reply(Access access, Parcel parcel) {
        return publish(access, parcel);
    }

    /** Only the member who posts it can know. */
    @Override
    public Finding find(Access access, Parcel parcel) {
        return new Finding.CannotTell(new Fault("byhand.waiting", ""));
    }

    @Override
    public String template() {
        return "connector/byhand/preview";
    }

    @Override
    public Drawing draw(Message message, @Nullable Card card) {
        return new Drawing(message, List.of(new Piece(message.text(), "")), message.pictures(), card);
    }
}
