package dev.parvi.platform;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.interfaces.ECPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The key by which push services know this desk: made once, kept sealed, shared by all nodes. */
@Component
class PushKeys {

    private static final String FACT = "push_key";

    private final JdbcClient jdbc;
    private final Secrets secrets;
    private volatile @Nullable Pair pair;

    PushKeys(JdbcClient jdbc, Secrets secrets) {
        this.jdbc = jdbc;
        this.secrets = secrets;
    }

    /** @param open the public key, 65 bytes */
    record Pair(byte[] open, PrivateKey secret) {}

    Pair pair() throws GeneralSecurityException {
        var known = pair;
        if (known == null) {
            var kept = kept();
            known = read(kept.isPresent() ? kept.get() : made());
            pair = known;
        }
        return known;
    }

    /** Where two nodes make one at once, the first that was kept counts for both. */
    private String made() throws GeneralSecurityException {
        var fresh = CurvePoints.fresh();
        var plain = PushSealing.joined(
                CurvePoints.written((ECPublicKey) fresh.getPublic()),
                fresh.getPrivate().getEncoded());
        jdbc.sql("insert into desk_fact (name, value) values (:name, :value) on conflict (name) do nothing")
                .param("name", FACT)
                .param("value", Base64.getEncoder().encodeToString(secrets.seal(plain, FACT)))
                .update();
        return kept().orElseThrow();
    }

    private Optional<String> kept() {
        return jdbc.sql("select value from desk_fact where name = :name")
                .param("name", FACT)
                .query(String.class)
                .optional();
    }

    private Pair read(String kept) throws GeneralSecurityException {
        var plain = secrets.open(Base64.getDecoder().decode(kept), FACT);
        var secret = new PKCS8EncodedKeySpec(Arrays.copyOfRange(plain, CurvePoints.LENGTH, plain.length));
        return new Pair(
                Arrays.copyOf(plain, CurvePoints.LENGTH),
                KeyFactory.getInstance("EC").generatePrivate(secret));
    }
}
