package io.cairn.web;

import jakarta.servlet.http.HttpServletRequest;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Where a request really comes from: the caller's address, seen through the proxies we trust. */
public final class ClientAddress {
    private static final int NETWORK_BYTES = 8;

    private ClientAddress() {}

    /** One caller has a whole network of version 6 addresses, so of those only the network (/64) is told. */
    public static String of(HttpServletRequest request) {
        String address = request.getRemoteAddr();
        return TrustedProxies.parse(address) instanceof Inet6Address six ? network(six) : address;
    }

    private static String network(Inet6Address address) {
        byte[] bytes = address.getAddress();
        Arrays.fill(bytes, NETWORK_BYTES, bytes.length, (byte) 0);
        try {
            return InetAddress.getByAddress(bytes).getHostAddress() + "/64";
        } catch (UnknownHostException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
