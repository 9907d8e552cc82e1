package dev.parvi.connector.bluesky;

import dev.parvi.connector.Message;
import dev.parvi.platform.Media;
import dev.parvi.platform.MediaStore;
import dev.parvi.shared.BrandId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Brings pictures into the network's limits. */
@Component
final class Pictures {

    private final MediaStore media;

    Pictures(MediaStore media) {
        this.media = media;
    }

    /** A picture as it's sent; the network asks for its size to leave room before it's loaded. */
    record Shrunk(byte[] bytes, String type, int width, int height) {}

    /**
     * The picture as it's shown (cropped where the message says so), in at most so many bytes and so many pixels on its longer side.
     *
     * @throws IOException when it isn't there any more
     */
    Shrunk within(BrandId brand, Message.Picture picture, int maxBytes, int maxSide) throws IOException {
        var crop = picture.crop();
        var part = crop == null ? null : new MediaStore.Crop(crop.left(), crop.top(), crop.width(), crop.height());
        return measured(media.within(brand, picture.hash(), part, maxBytes, maxSide));
    }

    private static Shrunk measured(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            var readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("It is no picture");
            }
            var reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return new Shrunk(bytes, Media.typeOf(bytes), reader.getWidth(0), reader.getHeight(0));
            } finally {
                reader.dispose();
            }
        }
    }
}
