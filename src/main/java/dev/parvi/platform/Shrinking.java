package dev.parvi.platform;

import java.awt.image.BufferedImage;
import java.io.IOException;

/** Makes a picture fit a number of bytes, giving up first quality, then size, and what shows through last. */
final class Shrinking {

    private static final float[] QUALITIES = {0.92f, 0.85f, 0.75f, 0.65f};
    private static final double STEP = 0.8;
    private static final int SMALLEST = 64;
    private static final int TRANSPARENT_STEPS = 4;

    private Shrinking() {}

    static byte[] to(BufferedImage image, int maxBytes) throws IOException {
        if (Pictures.transparent(image)) {
            var kept = transparent(image, maxBytes);
            if (kept.length <= maxBytes) {
                return kept;
            }
        }
        return opaque(image, maxBytes);
    }

    /** The last try, whether it fits or not. */
    private static byte[] transparent(BufferedImage image, int maxBytes) throws IOException {
        var smaller = image;
        var png = Pictures.png(smaller);
        for (int i = 0; i < TRANSPARENT_STEPS && png.length > maxBytes; i++) {
            smaller = down(smaller);
            png = Pictures.png(smaller);
        }
        return png;
    }

    private static byte[] opaque(BufferedImage image, int maxBytes) throws IOException {
        for (var smaller = image; ; smaller = down(smaller)) {
            for (float quality : QUALITIES) {
                var jpeg = Pictures.jpeg(smaller, quality);
                if (jpeg.length <= maxBytes) {
                    return jpeg;
                }
            }
            if (Math.max(smaller.getWidth(), smaller.getHeight()) <= SMALLEST) {
                throw new IOException("the picture does not fit in " + maxBytes + " bytes");
            }
        }
    }

    private static BufferedImage down(BufferedImage image) throws IOException {
        return Pictures.scaled(image, (int) (Math.max(image.getWidth(), image.getHeight()) * STEP));
    }
}
