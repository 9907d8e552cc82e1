package dev.parvi.platform;

import java.math.BigInteger;
import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;

/**
 * Addresses no call may go to: whatever isn't a public unicast address, after the IANA special-purpose registries
 * (RFC 6890 and its updates), whether written as such or carried inside an IPv6 form.
 */
final class ForbiddenAddresses {

    private static final List<Block> V4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // a public address at which one cloud's hosts find its metadata
            "168.63.129.16/32");
    private static final Block GLOBAL = Block.of("2000::/3");
    private static final List<Block> V6 = blocks("2001::/23", "2001:db8::/32", "3fff::/20");
    private static final Block NAT64 = Block.of("64:ff9b::/96");
    private static final Block SIX_TO_FOUR = Block.of("2002::/16");

    private ForbiddenAddresses() {}

    static boolean contain(InetAddress address) {
        var bytes = address.getAddress();
        return bytes.length == 4 ? inV4(bytes) : inV6(bytes);
    }

    private static boolean inV4(byte[] bytes) {
        return V4.stream().anyMatch(block -> block.holds(bytes));
    }

    private static boolean inV6(byte[] bytes) {
        if (NAT64.holds(bytes)) {
            return inV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        if (!GLOBAL.holds(bytes) || V6.stream().anyMatch(block -> block.holds(bytes))) {
            return true;
        }
        return SIX_TO_FOUR.holds(bytes) && inV4(Arrays.copyOfRange(bytes, 2, 6))
                || isatap(bytes) && inV4(Arrays.copyOfRange(bytes, 12, 16));
    }

    /** RFC 5214: an interface identifier that ends in an IPv4 address. */
    private static boolean isatap(byte[] bytes) {
        return (bytes[8] & ~0x02) == 0 && bytes[9] == 0 && bytes[10] == 0x5e && bytes[11] == (byte) 0xfe;
    }

    private static List<Block> blocks(String... written) {
        return Arrays.stream(written).map(Block::of).toList();
    }

    private record Block(int bits, BigInteger prefix, int length) {

        static Block of(String written) {
            var parts = written.split("/");
            var address = InetAddress.ofLiteral(parts[0]).getAddress();
            var length = Integer.parseInt(parts[1]);
            var bits = address.length * 8;
            return new Block(bits, new BigInteger(1, address).shiftRight(bits - length), length);
        }

        boolean holds(byte[] address) {
            return address.length * 8 == bits
                    && new BigInteger(1, address).shiftRight(bits - length).equals(prefix);
        }
    }
}
