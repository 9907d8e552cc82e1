package dev.parvi.connector.bluesky;

import dev.parvi.connector.Message;
import dev.parvi.platform.MediaStore;
import dev.parvi.shared.BrandId;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import javax.imageio.ImageIO;
import org.springframework.stereotype.Component;

/** Asks the media store for narrower and narrower pictures until one is small enough. */
@Component
final class ShrunkPictures implements Pictures {

    private static final int NARROWEST = 200;

    private final MediaStore media;

    ShrunkPictures(MediaStore media) {
        this.media = media;
    }

    @Override
    public Shrunk within(BrandId brand, Message.Picture picture, int maxBytes, int maxPixels) throws IOException {
        for (var width = maxPixels; width >= NARROWEST; width = width * 3 / 4) {
            var bytes = media.smaller(brand, picture.hash(), width);
            if (bytes.length <= maxBytes) {
                var image = ImageIO.read(new ByteArrayInputStream(bytes));
                var type = bytes[0] == (byte) 0x89 ? "image/png" : "image/jpeg";
                return new Shrunk(bytes, type, image.getWidth(), image.getHeight());
            }
        }
        throw new IOException("The picture " + picture.hash() + " can't be made small enough");
    }
}
