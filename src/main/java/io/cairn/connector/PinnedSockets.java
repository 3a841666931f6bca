package io.cairn.connector;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.mariadb.jdbc.Configuration;
import org.mariadb.jdbc.util.ConfigurableSocketFactory;

/** What both database drivers make their sockets with; they construct it by name, on the thread that connects. */
public final class PinnedSockets extends ConfigurableSocketFactory {
    private static final ThreadLocal<@Nullable Wire> CONNECTING = new ThreadLocal<>();
    private final Wire wire;

    /** For the drivers, inside {@link #over}. */
    public PinnedSockets() {
        wire = Objects.requireNonNull(CONNECTING.get());
    }

    /** Connects over the wire. */
    static <T> T over(Wire wire, Callable<T> connect) throws Exception {
        CONNECTING.set(wire);
        try {
            return connect.call();
        } finally {
            CONNECTING.remove();
        }
    }

    @Override
    public void setConfiguration(Configuration configuration, String host) {
        // the wire knows where to
    }

    @Override
    public Socket createSocket() throws IOException {
        return wire.socket();
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new SocketException("only to the pinned address");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress from, int fromPort) throws IOException {
        throw new SocketException("only to the pinned address");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        throw new SocketException("only to the pinned address");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress from, int fromPort) throws IOException {
        throw new SocketException("only to the pinned address");
    }
}
