package dev.parvi.connector.wordpress;

import dev.parvi.connector.Fault;
import dev.parvi.connector.Message;
import dev.parvi.connector.Parcel;
import dev.parvi.connector.Unfulfilled;
import dev.parvi.connector.Unfulfilled.Kind;
import dev.parvi.connector.wordpress.Blocks.Kept;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaStore;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Puts a post's pictures into the blog's media, each once: a slug of ours tells those that an earlier try has brought. */
@Component
final class Uploads {

    /** What PHP takes where nobody changed it is 2 MiB; above 2,560 pixels the blog would make pictures smaller itself. */
    static final int PICTURE_BYTES = 2_000_000;

    static final int PICTURE_PIXELS = 2_560;
    private static final int TITLE_MOST = 120;
    private static final String FIELDS = "id,source_url";

    private final MediaStore media;

    Uploads(MediaStore media) {
        this.media = media;
    }

    List<Kept> of(Session session, Parcel parcel) throws Unfulfilled {
        var kept = new ArrayList<Kept>();
        for (var picture : parcel.message().pictures()) {
            kept.add(kept(session, Slugs.of(parcel) + "-" + (kept.size() + 1), picture));
        }
        return kept;
    }

    private Kept kept(Session session, String slug, Message.Picture picture) throws Unfulfilled {
        var look = Map.of("slug", slug, "context", "edit", "orderby", "id", "order", "asc", "_fields", FIELDS);
        for (var found : session.get("wp/v2/media", look).body()) {
            var kept = kept(found, picture);
            if (kept.isPresent()) {
                return kept.get();
            }
        }
        return sent(session, slug, picture);
    }

    private Kept sent(Session session, String slug, Message.Picture picture) throws Unfulfilled {
        var bytes = shrunk(session, picture);
        var type = Media.typeOf(bytes);
        var alt = picture.alt().strip();
        var told = new LinkedHashMap<String, String>();
        told.put("slug", slug);
        // what looks like a tag is thrown away there
        told.put("alt_text", alt.replace("<", "&lt;"));
        told.put("title", alt.isEmpty() ? slug : Blocks.plain(alt.substring(0, Math.min(TITLE_MOST, alt.length()))));
        told.put("_fields", FIELDS);
        var name = slug + "." + type.substring(type.indexOf('/') + 1).replace("jpeg", "jpg");
        return kept(session.upload(told, name, type, bytes).body(), picture)
                .orElseThrow(() -> Unfulfilled.garbage("an upload without an address"));
    }

    private static Optional<Kept> kept(JsonNode said, Message.Picture picture) {
        var id = said.path("id").asLong(0);
        var address = said.path("source_url").asString("");
        return id == 0 || address.isEmpty() ? Optional.empty() : Optional.of(new Kept(id, address, picture.alt()));
    }

    private byte[] shrunk(Session session, Message.Picture picture) throws Unfulfilled {
        var crop = picture.crop();
        var part = crop == null ? null : new MediaStore.Crop(crop.left(), crop.top(), crop.width(), crop.height());
        try {
            return media.within(session.access().brand(), picture.hash(), part, PICTURE_BYTES, PICTURE_PIXELS);
        } catch (IOException e) {
            var said = e.getMessage() == null ? "" : e.getMessage();
            throw new Unfulfilled(Kind.AWAY, "", new Fault("picture", said), Duration.ofMinutes(1));
        }
    }
}
