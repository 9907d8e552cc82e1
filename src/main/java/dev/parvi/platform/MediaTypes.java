package dev.parvi.platform;

import java.util.Arrays;
import org.apache.tika.Tika;

/** Tells a file's kind by its first bytes; whatever its name claims isn't asked. */
final class MediaTypes {

    static final String JPEG = "image/jpeg";
    static final String PNG = "image/png";
    static final String GIF = "image/gif";
    static final String WEBP = "image/webp";

    private static final int HEAD = 4_096;

    private MediaTypes() {}

    static String of(byte[] content) {
        return Patterns.TIKA.detect(content.length > HEAD ? Arrays.copyOf(content, HEAD) : content);
    }

    /** Its list of patterns is read when the first file comes. */
    private static final class Patterns {
        static final Tika TIKA = new Tika();
    }
}
