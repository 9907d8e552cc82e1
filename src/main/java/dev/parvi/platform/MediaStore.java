package dev.parvi.platform;

import dev.parvi.shared.BrandId;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Keeps each brand's media in a folder of its own. */
public interface MediaStore {

    /**
     * Keeps a file of an allowed kind (JPEG, PNG, GIF, WebP; at most 20 MB and 60 megapixels). Pictures are turned upright
     * and lose position data and other metadata. What is larger than 24 megapixels is kept at half its width and height; a
     * WebP or a GIF that doesn't move becomes a JPEG or PNG.
     *
     * @throws MediaRefused when it is too large, of another kind, or broken; the message key says what to do
     */
    Media keep(BrandId brand, InputStream content) throws IOException, MediaRefused;

    /** @throws IOException when it isn't there any more */
    byte[] read(BrandId brand, String hash) throws IOException;

    /** What is known of a kept file. */
    Media describe(BrandId brand, String hash) throws IOException;

    /**
     * A JPEG (PNG where it has transparency) no wider than {@code width} pixels, made once and kept. The width is taken
     * down to the next of a few steps between 64 and 2400.
     */
    byte[] smaller(BrandId brand, String hash, int width) throws IOException;

    /**
     * A picture within a network's limits: cut, then made smaller and its quality lowered as little as they ask for. It
     * comes back as it was kept where nothing needs to be done. {@link Media#typeOf} tells its kind.
     *
     * @param crop the part to show; null for the whole
     * @param maxBytes at least 10,000
     * @param maxSide the longest side in pixels
     */
    byte[] within(BrandId brand, String hash, @Nullable Crop crop, int maxBytes, int maxSide) throws IOException;

    /** Removes everything of a brand. */
    void forget(BrandId brand) throws IOException;

    /** A part of a picture, in thousandths of its width and height. */
    record Crop(int left, int top, int width, int height) {}
}
