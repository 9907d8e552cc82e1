package dev.parvi.connector.bluesky;

import dev.parvi.connector.Message;
import dev.parvi.platform.MediaRefused;
import dev.parvi.shared.BrandId;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Random;
import javax.imageio.ImageIO;

/** Pictures full of noise, which hardly shrink, kept in the tests' media. */
final class TestPictures {

    private TestPictures() {}

    static Message.Picture kept(int width, int height, int seed) {
        try {
            var kept = BlueskyParts.MEDIA.keep(new BrandId(1), new ByteArrayInputStream(png(width, height, seed)));
            return new Message.Picture(kept.hash(), kept.type(), kept.width(), kept.height(), "picture " + seed, null);
        } catch (IOException | MediaRefused e) {
            throw new IllegalStateException(e);
        }
    }

    static byte[] png(int width, int height, int seed) throws IOException {
        var random = new Random(seed);
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var row = new int[width];
        for (var y = 0; y < height; y++) {
            for (var x = 0; x < width; x++) {
                row[x] = random.nextInt(1 << 24) & 0x3f3f3f;
            }
            image.setRGB(0, y, width, 1, row, 0, width);
        }
        var out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
