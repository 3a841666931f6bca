package io.cairn.connector;

import java.net.InetAddress;
import java.util.List;

/** A host and the addresses it had when it was checked: only to these a connection is made, whatever the name says later. */
record Destination(HostName host, int port, List<InetAddress> addresses) {}
