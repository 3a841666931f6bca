package io.cairn.connector;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.util.List;

/**
 * Which addresses are of the public internet. Everything that is not plainly public is private: loopback, RFC 1918,
 * link-local with the clouds' metadata address, carrier NAT, documentation, multicast, reserved, and every IPv6 address
 * that carries an IPv4 one. Source: the IANA special-purpose registries (RFC 6890).
 */
final class PublicAddress {
    private static final List<Range> NOT_PUBLIC_4 = List.of(
            range("0.0.0.0", 8),
            range("10.0.0.0", 8),
            range("100.64.0.0", 10),
            range("127.0.0.0", 8),
            range("169.254.0.0", 16),
            range("172.16.0.0", 12),
            range("192.0.0.0", 24),
            range("192.0.2.0", 24),
            range("192.88.99.0", 24),
            range("192.168.0.0", 16),
            range("198.18.0.0", 15),
            range("198.51.100.0", 24),
            range("203.0.113.0", 24),
            range("224.0.0.0", 3));
    private static final Range GLOBAL_6 = range("2000::", 3);
    private static final List<Range> NOT_PUBLIC_6 =
            List.of(range("2001::", 23), range("2001:db8::", 32), range("2002::", 16), range("3fff::", 20));

    private PublicAddress() {}

    /** IPv6 is public only inside 2000::/3, which leaves out mapped, NAT64, unique-local, link-local and multicast. */
    static boolean is(InetAddress address) {
        byte[] bytes = address.getAddress();
        if (address instanceof Inet4Address) {
            return NOT_PUBLIC_4.stream().noneMatch(range -> range.holds(bytes));
        }
        return GLOBAL_6.holds(bytes) && NOT_PUBLIC_6.stream().noneMatch(range -> range.holds(bytes));
    }

    private static Range range(String start, int bits) {
        return new Range(InetAddress.ofLiteral(start).getAddress(), bits);
    }

    private record Range(byte[] start, int bits) {
        boolean holds(byte[] address) {
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((start[bit / 8] & mask) != (address[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
