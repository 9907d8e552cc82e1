package dev.parvi.connector.page;

import dev.parvi.connector.Fault;
import dev.parvi.connector.LinkCards;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Sent;
import dev.parvi.page.Card;
import dev.parvi.page.Picture;
import dev.parvi.page.PostDraft;
import dev.parvi.page.Posting;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaRefused;
import dev.parvi.platform.MediaStore;
import dev.parvi.shared.BrandId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes a page's post of a parcel: pictures are cut and links read, all before anything is written. */
@Component
final class Wrapping {

    private static final int LARGEST = 20_000_000;
    private static final int SIDE = 20_000;
    private static final Duration READING = Duration.ofSeconds(6);

    private final MediaStore media;
    private final LinkCards cards;
    private final Posting posting;

    Wrapping(MediaStore media, LinkCards cards, Posting posting) {
        this.posting = posting;
        this.media = media;
        this.cards = cards;
    }

    PostDraft draft(BrandId brand, Parcel parcel) throws Unfit {
        var message = parcel.message();
        check(message);
        return new PostDraft(
                message.title().strip(),
                message.text().strip(),
                pictures(brand, message.pictures()),
                message.pictures().isEmpty() ? card(brand, message.link()) : null,
                quote(brand, message.quote()),
                message.tags(),
                message.languages().isEmpty() ? "" : message.languages().getFirst(),
                parcel.madeAt(),
                parent(parcel.parent()));
    }

    private static void check(Message message) throws Unfit {
        if (message.text().isBlank()
                && message.title().isBlank()
                && message.pictures().isEmpty()
                && message.link() == null
                && message.quote() == null) {
            throw new Unfit(new Fault("page.empty", "neither text nor picture nor link"));
        }
        if (!OwnPage.TEXT.fits(message.text())) {
            throw new Unfit(
                    new Fault("page.too-long", OwnPage.TEXT.count(message.text()) + " > " + OwnPage.TEXT.limit()));
        }
        if (message.pictures().size() > OwnPage.PICTURES_MOST) {
            throw new Unfit(
                    new Fault("page.too-many-pictures", message.pictures().size() + " > " + OwnPage.PICTURES_MOST));
        }
    }

    private List<Picture> pictures(BrandId brand, List<Message.Picture> pictures) throws Unfit {
        var all = new ArrayList<Picture>();
        for (var picture : pictures) {
            all.add(picture(brand, picture));
        }
        return all;
    }

    private Picture picture(BrandId brand, Message.Picture picture) throws Unfit {
        try {
            var crop = picture.crop();
            var kept = crop == null ? media.describe(brand, picture.hash()) : cut(brand, picture.hash(), crop);
            return new Picture(kept.hash(), kept.type(), kept.width(), kept.height(), picture.alt());
        } catch (IOException | MediaRefused e) {
            throw new Unfit(new Fault("picture", picture.hash()));
        }
    }

    private Media cut(BrandId brand, String hash, Message.Crop crop) throws IOException, MediaRefused {
        var part = new MediaStore.Crop(crop.left(), crop.top(), crop.width(), crop.height());
        return media.keep(brand, new ByteArrayInputStream(media.within(brand, hash, part, LARGEST, SIDE)));
    }

    private @Nullable Card card(BrandId brand, @Nullable URI link) {
        if (link == null) {
            return null;
        }
        var card = cards.read(brand, link, READING).orElseGet(() -> LinkCards.bare(link));
        return new Card(card.address(), card.host(), card.title(), card.description(), card.pictureHash());
    }

    /** What stands on this very page needs no call. */
    private @Nullable Card quote(BrandId brand, @Nullable URI quote) {
        return quote != null && quote.toString().startsWith(posting.home() + "/")
                ? new Card(quote.toString(), "", "", "", null)
                : card(brand, quote);
    }

    private static @Nullable Long parent(Optional<Sent> parent) throws Unfit {
        try {
            return parent.map(sent -> Long.valueOf(sent.id())).orElse(null);
        } catch (NumberFormatException e) {
            throw new Unfit(new Fault("page.thread-gone", "the part before it isn't one of this page"));
        }
    }
}
