package dev.parvi.platform;

/**
 * A picture or another file the desk keeps, known by what it holds.
 *
 * @param hash SHA-256 of its bytes, in hex: the same file is kept once a brand
 * @param type its media type as found in its bytes, never as claimed
 * @param width in pixels; 0 where it is no picture
 */
public record Media(String hash, String type, long bytes, int width, int height) {

    public boolean picture() {
        return type.startsWith("image/");
    }

    /** The media type that the first bytes tell: {@code image/jpeg} and so on, {@code application/octet-stream} if none. */
    public static String typeOf(byte[] content) {
        return MediaTypes.of(content);
    }
}
