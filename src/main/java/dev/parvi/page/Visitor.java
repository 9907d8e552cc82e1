package dev.parvi.page;

import java.net.InetAddress;
import java.util.HexFormat;

/**
 * Somebody who came to the page and did something there.
 *
 * @param token what their cookie holds: random, made when they first did something, kept here as a hash only
 * @param address their network address, which paces them; kept as a hash, and for a day at most
 */
public record Visitor(String token, String address) {

    byte[] hash() {
        return Hash.of("visitor", token);
    }

    /** Those who share a home or an office share it; of IPv6 the first 64 bits count, as one home has them all. */
    byte[] origin() {
        return Hash.of("address", address.contains(":") ? network(address) : address);
    }

    private static String network(String address) {
        try {
            var bytes = InetAddress.ofLiteral(address).getAddress();
            return bytes.length == 16 ? HexFormat.of().formatHex(bytes, 0, 8) : address;
        } catch (IllegalArgumentException e) {
            return address;
        }
    }
}
