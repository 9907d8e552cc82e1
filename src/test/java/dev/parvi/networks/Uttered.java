package dev.parvi.networks;

import dev.parvi.connector.Heard.Kind;
import dev.parvi.connector.Heard.Standing;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Something that was said on a network, and how it stands there now: what the inbox has to show. */
final class Uttered {

    final String id;
    final Kind kind;
    final String root;
    final String speaker;
    final boolean us;

    /** What it answers there now; empty for the root. */
    String below;
    /** Where the inbox may have it: as it was when it was heard, and as it was moved to before that. */
    final Set<String> places = new HashSet<>();

    String text;
    Standing standing = Standing.SHOWN;
    /** Whether nobody finds it any more. */
    boolean gone;
    /** Whether it was deleted, or what it answers was, before the desk could hear it: then it may be missing. */
    boolean unheard;
    /** What the desk had heard before it was changed. */
    final List<String> former = new ArrayList<>();

    Uttered(String id, Kind kind, String root, @Nullable String parent, String speaker, boolean us, String text) {
        this.id = id;
        this.kind = kind;
        this.root = root;
        this.below = parent == null ? "" : parent;
        this.places.add(below);
        this.speaker = speaker;
        this.us = us;
        this.text = text;
    }

    /** Whether it can be seen by everybody. */
    boolean open() {
        return !gone && standing == Standing.SHOWN;
    }

    /** As the desk keeps names: the first 128 bits of SHA-256. */
    static String key(String name) {
        try {
            var digest =
                    ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(name.getBytes(StandardCharsets.UTF_8)));
            return new UUID(digest.getLong(), digest.getLong()).toString();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
