package io.cairn.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** Where connectors may go: to public addresses, and to the hosts an administrator has allowed. */
final class Reach {
    private final HostLookup lookup;

    Reach(HostLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * Looks the host up once. One private address among public ones refuses all: whoever answers so wants to be let in.
     *
     * @param allowed hosts, or hosts with a port, as {@link AllowedHosts} keeps them
     * @throws io.cairn.kernel.ProblemException at {@code field}
     */
    Destination pin(HostName host, int port, Set<String> allowed, String field) {
        List<InetAddress> addresses = addresses(host, field);
        boolean named = allowed.contains(host.text()) || allowed.contains(host.bracketed() + ":" + port);
        if (!named && (host.isLocal() || !addresses.stream().allMatch(PublicAddress::is))) {
            throw ConnectorProblem.HOST_NOT_ALLOWED.at(field).exception();
        }
        return new Destination(host, port, addresses);
    }

    private List<InetAddress> addresses(HostName host, String field) {
        try {
            InetAddress[] found = lookup.of(host.text());
            if (found.length > 0) {
                return Arrays.stream(found).distinct().toList();
            }
        } catch (UnknownHostException unknown) {
            throw ConnectorProblem.HOST_UNKNOWN.at(field).exception();
        }
        throw ConnectorProblem.HOST_UNKNOWN.at(field).exception();
    }
}
