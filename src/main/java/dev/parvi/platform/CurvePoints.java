package dev.parvi.platform;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** Public keys on the curve P-256 as the web writes them: 65 bytes, a 4 before both coordinates (SEC 1, 2.3.3). */
final class CurvePoints {

    static final int LENGTH = 65;

    private static final int COORDINATE = 32;
    private static final String CURVE = "secp256r1";

    private CurvePoints() {}

    static KeyPair fresh() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("EC");
        generator.initialize(new ECGenParameterSpec(CURVE));
        return generator.generateKeyPair();
    }

    static byte[] written(ECPublicKey key) {
        var bytes = new byte[LENGTH];
        bytes[0] = 4;
        put(key.getW().getAffineX(), bytes, 1);
        put(key.getW().getAffineY(), bytes, 1 + COORDINATE);
        return bytes;
    }

    static ECPublicKey read(byte[] bytes) throws GeneralSecurityException {
        if (bytes.length != LENGTH || bytes[0] != 4) {
            throw new GeneralSecurityException("A key has 65 bytes and begins with a 4");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(bytes, 1, 1 + COORDINATE));
        var y = new BigInteger(1, Arrays.copyOfRange(bytes, 1 + COORDINATE, LENGTH));
        var spec = new ECPublicKeySpec(new ECPoint(x, y), curve());
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(spec);
    }

    static ECParameterSpec curve() throws GeneralSecurityException {
        var parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(CURVE));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }

    private static void put(BigInteger coordinate, byte[] into, int at) {
        var bytes = coordinate.toByteArray();
        var from = Math.max(0, bytes.length - COORDINATE);
        var length = bytes.length - from;
        System.arraycopy(bytes, from, into, at + COORDINATE - length, length);
    }
}
