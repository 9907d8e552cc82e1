package dev.parvi.audience;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** What networks call people, made fit for keeping. */
final class Names {

    static final int NAME = 200;
    static final int ABOUT = 2_000;

    private Names() {}

    /** As the inbox keys its profiles: the first 128 bits of the name's SHA-256. So who follows and who speaks is one. */
    static UUID key(String name) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    /** Without what the database doesn't take, and not longer than so many characters. */
    static String clean(String text, int most) {
        var kept = new StringBuilder();
        text.codePoints()
                .filter(each -> each != 0 && !(each >= Character.MIN_SURROGATE && each <= Character.MAX_SURROGATE))
                .limit(most)
                .forEach(kept::appendCodePoint);
        return kept.toString();
    }
}
