package io.cairn.web;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The addresses whose word we take for who is calling: single ones and ranges ({@code 10.0.0.0/8}), separated by commas. */
record TrustedProxies(List<Range> ranges) {

    static TrustedProxies of(String list) {
        return new TrustedProxies(Arrays.stream(list.split(","))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .map(Range::of)
                .toList());
    }

    boolean trusts(String address) {
        InetAddress parsed = parse(address);
        return parsed != null && ranges.stream().anyMatch(range -> range.holds(parsed));
    }

    static @Nullable InetAddress parse(String address) {
        try {
            return InetAddress.ofLiteral(address);
        } catch (IllegalArgumentException notAnAddress) {
            return null;
        }
    }

    record Range(InetAddress start, int bits) {

        static Range of(String text) {
            int slash = text.indexOf('/');
            InetAddress start = parse(slash < 0 ? text : text.substring(0, slash));
            if (start == null) {
                throw new IllegalArgumentException("Not an address or range of addresses: " + text);
            }
            int most = start.getAddress().length * 8;
            int bits = slash < 0 ? most : Integer.parseInt(text.substring(slash + 1));
            if (bits < 0 || bits > most) {
                throw new IllegalArgumentException("Not a range of addresses: " + text);
            }
            return new Range(start, bits);
        }

        boolean holds(InetAddress address) {
            byte[] mine = start.getAddress();
            byte[] other = address.getAddress();
            if (mine.length != other.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit++) {
                int mask = 0x80 >> (bit % 8);
                if ((mine[bit / 8] & mask) != (other[bit / 8] & mask)) {
                    return false;
                }
            }
            return true;
        }
    }
}
