package dev.parvi.platform;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** Encrypts what a push service carries so that only the browser reads it: RFC 8291, in the one record of RFC 8188. */
final class PushSealing {

    static final int SALT = 16;

    private static final int RECORD = 4096;
    private static final int TAG_BITS = 128;
    private static final byte LAST_RECORD = 2;

    private PushSealing() {}

    /**
     * @param browser the browser's public key, 65 bytes
     * @param auth the secret the browser shares with us, 16 bytes
     * @param ours a key pair for this message alone
     * @param salt 16 bytes for this message alone
     */
    static byte[] seal(byte[] plain, byte[] browser, byte[] auth, KeyPair ours, byte[] salt)
            throws GeneralSecurityException {
        var own = CurvePoints.written((ECPublicKey) ours.getPublic());
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(ours.getPrivate());
        agreement.doPhase(CurvePoints.read(browser), true);
        var info = joined("WebPush: info\0".getBytes(StandardCharsets.US_ASCII), browser, own);
        var secret = derived(auth, agreement.generateSecret(), info, 32);
        var key = derived(salt, secret, ascii("Content-Encoding: aes128gcm\0"), 16);
        var nonce = derived(salt, secret, ascii("Content-Encoding: nonce\0"), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        var sealed = cipher.doFinal(joined(plain, new byte[] {LAST_RECORD}));
        var size = ByteBuffer.allocate(Integer.BYTES).putInt(RECORD).array();
        return joined(salt, size, new byte[] {(byte) own.length}, own, sealed);
    }

    /** HKDF with SHA-256 (RFC 5869) for at most one block of 32 bytes. */
    static byte[] derived(byte[] salt, byte[] secret, byte[] info, int length) throws GeneralSecurityException {
        var block = hmac(hmac(salt, secret), joined(info, new byte[] {1}));
        return Arrays.copyOf(block, length);
    }

    static byte[] joined(byte[]... parts) {
        var all = new ByteArrayOutputStream();
        for (var part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] hmac(byte[] key, byte[] content) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(content);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
