package io.cairn.connector;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketException;
import java.util.Collection;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;

/** The sockets of one fetch: they go to the pinned addresses only, carry so many bytes and no more, and can be cut at any moment. */
final class Wire implements AutoCloseable {
    private final Destination destination;
    private final AtomicLong left;
    private final Collection<Socket> sockets = new ConcurrentLinkedQueue<>();
    private volatile boolean cut;

    Wire(Destination destination, long bytes) {
        this.destination = destination;
        this.left = new AtomicLong(bytes);
    }

    Destination destination() {
        return destination;
    }

    /** Whether more came than is allowed. */
    boolean isUsedUp() {
        return left.get() < 0;
    }

    Socket socket() throws IOException {
        Socket socket = new Pinned();
        sockets.add(socket);
        if (cut) {
            socket.close();
        }
        return socket;
    }

    @Override
    public void close() {
        cut = true;
        sockets.forEach(Wire::closeQuietly);
    }

    private static void closeQuietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException gone) {
            // closed is closed
        }
    }

    private final class Pinned extends Socket {
        @Override
        public void connect(SocketAddress named) throws IOException {
            connect(named, 0);
        }

        /** What the driver looked up meanwhile does not count. */
        @Override
        public void connect(SocketAddress named, int timeout) throws IOException {
            if (isConnected()) {
                throw new SocketException("connected already");
            }
            super.connect(new InetSocketAddress(destination.addresses().getFirst(), destination.port()), timeout);
        }

        @Override
        public InputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream());
        }
    }

    private final class Counted extends FilterInputStream {
        Counted(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            count(read);
            return read;
        }

        private void count(int read) throws IOException {
            if (read > 0 && left.addAndGet(-read) < 0) {
                throw new IOException("more bytes than allowed");
            }
        }
    }
}
