package io.cairn.connector;

import java.net.InetAddress;
import java.net.UnknownHostException;

/** Asks for a host's addresses. */
@FunctionalInterface
interface HostLookup {
    InetAddress[] of(String host) throws UnknownHostException;
}
