package dev.parvi.community;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.UUID;

/**
 * A network's name of something, as a key of fixed length: the first 128 bits of its SHA-256. It tells two names apart
 * however long they are, and stays when the name itself, which may say who somebody is, has to go.
 */
final class Key {

    private Key() {}

    static UUID of(String name) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
