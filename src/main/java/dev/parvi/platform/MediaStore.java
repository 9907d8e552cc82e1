package dev.parvi.platform;

import dev.parvi.shared.BrandId;
import java.io.IOException;
import java.io.InputStream;

/** Keeps each brand's media in a folder of its own. */
public interface MediaStore {

    /**
     * Keeps a file of an allowed kind (JPEG, PNG, GIF, WebP; position data and other metadata are dropped from pictures).
     *
     * @throws MediaRefused when it is too large, of another kind, or broken; the message key says what to do
     */
    Media keep(BrandId brand, InputStream content) throws IOException, MediaRefused;

    /** @throws IOException when it isn't there any more */
    byte[] read(BrandId brand, String hash) throws IOException;

    /** A JPEG (PNG where it has transparency) no wider than {@code width} pixels, made once and kept. */
    byte[] smaller(BrandId brand, String hash, int width) throws IOException;

    /** Removes everything of a brand. */
    void forget(BrandId brand) throws IOException;
}
