package dev.parvi.planning;

import dev.parvi.platform.Media;
import dev.parvi.platform.MediaRefused;
import dev.parvi.platform.MediaStore;
import dev.parvi.shared.PostId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts pictures on posts. */
@Component
public class Picturing {

    private final MediaStore media;
    private final PostMedia pictures;
    private final Composing composing;
    private final TransactionTemplate transaction;

    Picturing(MediaStore media, PostMedia pictures, Composing composing, TransactionTemplate transaction) {
        this.media = media;
        this.pictures = pictures;
        this.composing = composing;
        this.transaction = transaction;
    }

    /**
     * Adds a picture behind those that are there; what each account will be sent follows at once.
     *
     * @throws MediaRefused when the file isn't a picture we keep
     * @throws AlreadyUnderWay when an account that was sent the post already would get another one
     */
    public Saved add(Seat seat, PostId post, InputStream content, String window) throws IOException, MediaRefused {
        return add(seat, post, content, 0, window);
    }

    /** The same, for a part of the thread; 0 is the first. */
    public Saved add(Seat seat, PostId post, InputStream content, int part, String window)
            throws IOException, MediaRefused {
        seat.needs(Right.WRITE);
        var kept = media.keep(seat.brand(), content);
        return Objects.requireNonNull(transaction.execute(status -> {
            pictures.add(post, kept, "", null, part);
            var saved = composing.again(seat, post, window);
            if (!(saved instanceof Saved.Kept)) {
                status.setRollbackOnly();
            }
            return saved;
        }));
    }

    /** Puts pictures that are kept already on a post nobody writes on, each with what it shows as far as that is said. */
    void add(Seat seat, PostId post, List<Media> kept, List<String> alts, int part) {
        for (var n = 0; n < kept.size(); n++) {
            pictures.add(post, kept.get(n), n < alts.size() ? alts.get(n) : "", null, part);
        }
        composing.again(seat, post, "");
    }

    /** The bytes of a picture no wider than {@code width} pixels; 0 for the whole. Any member may look. */
    public byte[] look(Seat seat, String hash, int width) throws IOException {
        return width <= 0 ? media.read(seat.brand(), hash) : media.smaller(seat.brand(), hash, width);
    }
}
