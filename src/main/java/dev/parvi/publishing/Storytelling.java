package dev.parvi.publishing;

import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Deletes;
import dev.parvi.connector.Message;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaStore;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.DeliveryId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Tells the whole story of a delivery of the brand whose scope it is; any member may hear it. */
@Component
public class Storytelling {

    private static final int MOST_BYTES = 20_000_000;
    private static final int WHOLE_SIDE = 10_000;
    private static final int SMALL_SIDE = 480;

    private final Deliveries deliveries;
    private final Attempts attempts;
    private final Decisions decisions;
    private final Sendings sendings;
    private final Contents contents;
    private final Connecting connecting;
    private final Connectors connectors;
    private final MediaStore media;
    private final ObjectProvider<Occasions> occasions;
    private final TransactionTemplate transaction;

    Storytelling(
            Deliveries deliveries,
            Attempts attempts,
            Decisions decisions,
            Sendings sendings,
            Contents contents,
            Connecting connecting,
            Connectors connectors,
            MediaStore media,
            ObjectProvider<Occasions> occasions,
            TransactionTemplate transaction) {
        this.deliveries = deliveries;
        this.attempts = attempts;
        this.decisions = decisions;
        this.sendings = sendings;
        this.contents = contents;
        this.connecting = connecting;
        this.connectors = connectors;
        this.media = media;
        this.occasions = occasions;
        this.transaction = transaction;
    }

    /** @throws NoSuchDelivery where the brand has none of that name */
    @Transactional(readOnly = true)
    public Story story(DeliveryId id) {
        var delivery = deliveries.get(id).orElseThrow(() -> new NoSuchDelivery(id));
        var origin = deliveries.origin(id);
        var decided = decisions.of(id);
        var version = delivery.version();
        return new Story(
                delivery,
                connecting.get(delivery.account()).orElse(null),
                connectors.descriptor(delivery.network()),
                message(delivery, origin),
                origin.content() == null ? null : origin.madeAt(),
                origin.plannedBy(),
                attempts.of(id),
                decided,
                version == null ? List.of(delivery) : deliveries.together(version),
                sendings.pausedAt().isPresent(),
                origin.holdReason(),
                origin.answered() == null ? null : contents.sent(origin.answered()),
                origin.answered() == null ? null : occasion(id),
                connectors.as(Deletes.class, delivery.network()).isPresent() && !Story.recorded(decided));
    }

    /**
     * The same for who wants to decide something about it.
     *
     * @throws dev.parvi.team.NotAllowed where they may not
     */
    @Transactional(readOnly = true)
    public Story decidable(Seat seat, DeliveryId id, Right right) {
        var story = story(id);
        Steering.permit(seat, story.delivery(), right);
        return story;
    }

    private Occasions.@Nullable Occasion occasion(DeliveryId id) {
        return occasions
                .orderedStream()
                .flatMap(each -> each.of(id).stream())
                .findFirst()
                .orElse(null);
    }

    /**
     * A picture of what is sent, as cut for it.
     *
     * @param number its place among the pictures, from 0
     * @param small at most 480 pixels on a side instead of the whole
     * @throws NoSuchDelivery where there is no such picture
     */
    public Shown picture(BrandId brand, DeliveryId id, int number, boolean small) throws IOException {
        var message = transaction.execute(status -> story(id).message());
        if (message == null || number >= message.pictures().size()) {
            throw new NoSuchDelivery(id);
        }
        var picture = message.pictures().get(number);
        var bytes =
                media.within(brand, picture.hash(), crop(picture.crop()), MOST_BYTES, small ? SMALL_SIDE : WHOLE_SIDE);
        return new Shown(bytes, Media.typeOf(bytes));
    }

    /** A picture's bytes and their media type. */
    public record Shown(byte[] bytes, String type) {}

    private @Nullable Message message(Delivery delivery, Deliveries.Origin origin) {
        var content = origin.content() != null ? origin.content() : contents.part(origin.planned(), delivery.part());
        return content == null ? null : contents.message(content);
    }

    private static MediaStore.@Nullable Crop crop(Message.@Nullable Crop crop) {
        return crop == null ? null : new MediaStore.Crop(crop.left(), crop.top(), crop.width(), crop.height());
    }
}
