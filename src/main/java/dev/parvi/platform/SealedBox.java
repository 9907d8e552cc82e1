package dev.parvi.platform;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** Small files in a box that a passphrase opens: Argon2id (64 MiB, 3 passes) makes the key, AES-256-GCM seals. */
final class SealedBox {

    private static final int SALT = 16;
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int MEMORY_KIB = 65_536;
    private static final int PASSES = 3;

    private SealedBox() {}

    static byte[] seal(Map<String, byte[]> files, String passphrase) throws IOException {
        var head = new byte[SALT + NONCE];
        new SecureRandom().nextBytes(head);
        try {
            var sealed = cipher(Cipher.ENCRYPT_MODE, head, passphrase).doFinal(packed(files));
            var box = new ByteArrayOutputStream();
            box.write(head);
            box.write(sealed);
            return box.toByteArray();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the keys could not be sealed", e);
        }
    }

    /** @throws StartRefused when it is another passphrase */
    static Map<String, byte[]> open(byte[] box, String passphrase) throws IOException {
        try {
            return unpacked(
                    cipher(Cipher.DECRYPT_MODE, box, passphrase).doFinal(box, SALT + NONCE, box.length - SALT - NONCE));
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            throw new StartRefused(
                    "The passphrase does not open the keys in this backup.",
                    "Give the one that was used or printed when it was made, as PARVI_BACKUP_PASSPHRASE.");
        }
    }

    private static Cipher cipher(int mode, byte[] head, String passphrase) throws GeneralSecurityException {
        var salt = Arrays.copyOf(head, SALT);
        var key = new byte[32];
        var generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        generator.generateBytes(passphrase.getBytes(StandardCharsets.UTF_8), key);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, head, SALT, NONCE));
        return cipher;
    }

    private static byte[] packed(Map<String, byte[]> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        var out = new DataOutputStream(bytes);
        out.writeInt(files.size());
        for (var file : files.entrySet()) {
            out.writeUTF(file.getKey());
            out.writeInt(file.getValue().length);
            out.write(file.getValue());
        }
        return bytes.toByteArray();
    }

    private static Map<String, byte[]> unpacked(byte[] bytes) throws IOException {
        var in = new DataInputStream(new ByteArrayInputStream(bytes));
        var files = new TreeMap<String, byte[]>();
        for (int left = in.readInt(); left > 0; left--) {
            files.put(in.readUTF(), in.readNBytes(in.readInt()));
        }
        return files;
    }
}
