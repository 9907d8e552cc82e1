package dev.parvi.platform;

import com.sun.net.httpserver.HttpServer;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A browser with its maker's push service on loopback: it checks who sends, and decrypts what arrives. */
public final class TestBrowser implements AutoCloseable {

    private static final Base64.Encoder URL = Base64.getUrlEncoder().withoutPadding();

    private final HttpServer service;
    private final KeyPair keys;
    private final byte[] auth = new byte[16];
    private final List<String> read = new CopyOnWriteArrayList<>();
    private final List<String> tokens = new CopyOnWriteArrayList<>();
    private volatile int answer = 201;

    public TestBrowser() throws Exception {
        keys = CurvePoints.fresh();
        new SecureRandom().nextBytes(auth);
        service = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        service.createContext("/push", exchange -> {
            var body = exchange.getRequestBody().readAllBytes();
            tokens.add(exchange.getRequestHeaders().getFirst("Authorization"));
            try {
                read.add(opened(body));
            } catch (GeneralSecurityException e) {
                read.add("unreadable: " + e.getMessage());
            }
            exchange.sendResponseHeaders(answer, -1);
            exchange.close();
        });
        service.start();
    }

    public Map<String, String> said() {
        return Map.of(
                "endpoint", endpoint(),
                "key", URL.encodeToString(CurvePoints.written((ECPublicKey) keys.getPublic())),
                "auth", URL.encodeToString(auth));
    }

    public WebPush.Subscription subscription() {
        return new WebPush.Subscription(URI.create(endpoint()), said().get("key"), said().get("auth"));
    }

    public void answers(int status) {
        answer = status;
    }

    /** What arrived, decrypted. */
    public List<String> read() {
        return List.copyOf(read);
    }

    /** Whether the last message was signed with this key for this service. */
    public boolean signedBy(String publicKey) throws GeneralSecurityException {
        var parts = tokens.getLast().replace("vapid t=", "").split(", k=");
        var token = parts[0].split("\\.");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(CurvePoints.read(Base64.getUrlDecoder().decode(parts[1])));
        signature.update((token[0] + "." + token[1]).getBytes(StandardCharsets.US_ASCII));
        var claims = new String(Base64.getUrlDecoder().decode(token[1]), StandardCharsets.UTF_8);
        return parts[1].equals(publicKey)
                && signature.verify(Base64.getUrlDecoder().decode(token[2]))
                && claims.contains(
                        "\"aud\":\"http://127.0.0.1:" + service.getAddress().getPort() + "\"");
    }

    @Override
    public void close() {
        service.stop(0);
    }

    private String endpoint() {
        return "http://127.0.0.1:" + service.getAddress().getPort() + "/push/abc";
    }

    private String opened(byte[] body) throws GeneralSecurityException {
        var salt = Arrays.copyOf(body, 16);
        var theirs = Arrays.copyOfRange(body, 21, 21 + body[20]);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(CurvePoints.read(theirs), true);
        var info = PushSealing.joined(
                "WebPush: info\0".getBytes(StandardCharsets.US_ASCII),
                CurvePoints.written((ECPublicKey) keys.getPublic()),
                theirs);
        var secret = PushSealing.derived(auth, agreement.generateSecret(), info, 32);
        var key = PushSealing.derived(
                salt, secret, "Content-Encoding: aes128gcm\0".getBytes(StandardCharsets.US_ASCII), 16);
        var nonce =
                PushSealing.derived(salt, secret, "Content-Encoding: nonce\0".getBytes(StandardCharsets.US_ASCII), 12);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(Cipher.DECRYPT_MODE, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        var plain = cipher.doFinal(body, 21 + body[20], body.length - 21 - body[20]);
        return new String(plain, 0, plain.length - 1, StandardCharsets.UTF_8);
    }
}
