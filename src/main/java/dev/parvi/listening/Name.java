package dev.parvi.listening;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/** A name of any length, or a text, as 128 bits of its SHA-256. */
final class Name {

    private Name() {}

    static UUID of(String name) {
        return of(name.getBytes(StandardCharsets.UTF_8));
    }

    static UUID of(byte[] bytes) {
        try {
            var digest = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(bytes));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
