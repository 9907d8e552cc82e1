package dev.parvi.planning.web;

import dev.parvi.connector.Message.Crop;
import org.jspecify.annotations.Nullable;

/** Parts of pictures that have a given shape. */
final class Shapes {

    private static final int WHOLE = 1000;

    private Shapes() {}

    /**
     * The largest part of this shape, from the middle, in thousandths of the picture's sides.
     *
     * @param across the shape's width against {@code down}
     * @return null where the picture has that shape already, or there is no such shape
     */
    static @Nullable Crop largest(int width, int height, long across, long down) {
        if (width <= 0 || height <= 0 || across <= 0 || down <= 0) {
            return null;
        }
        var wide = (double) width * down / ((double) height * across);
        var w = wide > 1 ? Math.max(1, (int) Math.round(WHOLE / wide)) : WHOLE;
        var h = wide < 1 ? Math.max(1, (int) Math.round(WHOLE * wide)) : WHOLE;
        return w == WHOLE && h == WHOLE ? null : new Crop((WHOLE - w) / 2, (WHOLE - h) / 2, w, h);
    }
}
