package dev.strawboss.egress;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// Tells addresses that are not of the public internet: IANA's special-purpose registries for IPv4
/// and IPv6 (RFC 6890 and what was added since), multicast, and this machine's own.
final class Reserved {
    private static final class Block {
        private final byte[] prefix;
        private final int bits;
        private final String what;

        Block(byte[] prefix, int bits, String what) {
            this.prefix = prefix;
            this.bits = bits;
            this.what = what;
        }

        static Block of(String text, String what) {
            int slash = text.indexOf('/');
            return new Block(
                    InetAddress.ofLiteral(text.substring(0, slash)).getAddress(),
                    Integer.parseInt(text.substring(slash + 1)),
                    what);
        }

        boolean holds(byte[] address) {
            if (address.length != prefix.length) {
                return false;
            }
            int whole = bits / 8;
            int mask = (0xff00 >> (bits % 8)) & 0xff;
            return Arrays.equals(address, 0, whole, prefix, 0, whole)
                    && (mask == 0 || ((address[whole] ^ prefix[whole]) & mask) == 0);
        }
    }

    static final String CLOUD = "a cloud's metadata address";
    private static final String PRIVATE = "a private address";
    private static final String SPECIAL = "an address of no host";

    private static final List<Block> BLOCKS =
            List.of(
                    Block.of("127.0.0.0/8", "loopback"),
                    Block.of("169.254.169.254/32", CLOUD),
                    Block.of("100.100.100.200/32", CLOUD),
                    Block.of("169.254.0.0/16", "a link-local address"),
                    Block.of("10.0.0.0/8", PRIVATE),
                    Block.of("172.16.0.0/12", PRIVATE),
                    Block.of("192.168.0.0/16", PRIVATE),
                    Block.of("100.64.0.0/10", PRIVATE),
                    Block.of("198.18.0.0/15", PRIVATE),
                    Block.of("0.0.0.0/8", "this machine"),
                    Block.of("192.0.0.0/24", SPECIAL),
                    Block.of("192.0.2.0/24", SPECIAL),
                    Block.of("192.88.99.0/24", SPECIAL),
                    Block.of("198.51.100.0/24", SPECIAL),
                    Block.of("203.0.113.0/24", SPECIAL),
                    Block.of("224.0.0.0/4", "a multicast address"),
                    Block.of("240.0.0.0/4", SPECIAL),
                    Block.of("::1/128", "loopback"),
                    Block.of("::/128", "this machine"),
                    Block.of("fd00:ec2::254/128", CLOUD),
                    Block.of("fd20:ce::254/128", CLOUD),
                    Block.of("fc00::/7", PRIVATE),
                    Block.of("fe80::/10", "a link-local address"),
                    Block.of("fec0::/10", PRIVATE),
                    Block.of("ff00::/8", "a multicast address"),
                    Block.of("2001::/23", SPECIAL), // Teredo and others
                    Block.of("2001:db8::/32", SPECIAL),
                    Block.of("2002::/16", SPECIAL), // 6to4: an IPv4 address in disguise
                    Block.of("3fff::/20", SPECIAL));

    private static final Block GLOBAL = Block.of("2000::/3", "");
    private static final Block NAT64 = Block.of("64:ff9b::/96", "");

    private Reserved() {}

    /// What it is instead, if it is no address of the public internet.
    static Optional<String> kind(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (NAT64.holds(bytes)) {
            return kind(last4(bytes));
        }
        for (Block block : BLOCKS) {
            if (block.holds(bytes)) {
                return Optional.of(block.what);
            }
        }
        if (!(address instanceof Inet4Address) && !GLOBAL.holds(bytes)) {
            return Optional.of(SPECIAL);
        }
        return ours(address) ? Optional.of("an address of this machine") : Optional.empty();
    }

    private static InetAddress last4(byte[] bytes) {
        try {
            return InetAddress.getByAddress(Arrays.copyOfRange(bytes, 12, 16));
        } catch (UnknownHostException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean ours(InetAddress address) {
        try {
            return NetworkInterface.getByInetAddress(address) != null;
        } catch (SocketException _) { // it cannot be known: then it counts as ours
            return true;
        }
    }
}
