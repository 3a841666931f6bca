package io.cairn;

import io.cairn.database.StartRefused;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnknownHostException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where Cairn listens and under which url people reach it. */
record Address(InetAddress host, int port) {

    /** Refuses an unknown host and an occupied port before anything else is started. */
    static Address of(String host, int port) {
        try {
            var address = new Address(InetAddress.getByName(host), port);
            address.refuseWhenOccupied();
            return address;
        } catch (UnknownHostException e) {
            throw Options.refused(
                    "There is no host \"%s\" to listen on; --host takes an address of this machine.", host);
        }
    }

    private void refuseWhenOccupied() {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (BindException e) {
            throw occupied();
        } catch (IOException e) {
            throw Options.refused("Cairn may not listen on port %d of %s (%s).", port, host.getHostAddress(), e);
        }
    }

    StartRefused occupied() {
        return Options.refused(
                "Port %d of %s is not free; stop the program that uses it, or choose another with --port.",
                port, host.getHostAddress());
    }

    String url() {
        var given = baseUrl();
        return given == null ? "http://localhost:" + port : given;
    }

    Map<String, Object> properties() {
        var properties = new LinkedHashMap<String, Object>();
        properties.put("server.address", host.getHostAddress());
        properties.put("server.port", port);
        properties.put("cairn.base-url", url());
        var proxies = System.getenv("CAIRN_TRUSTED_PROXIES");
        properties.put("cairn.trusted-proxies", proxies == null ? "" : proxies);
        return properties;
    }

    private static @Nullable String baseUrl() {
        var given = System.getenv("CAIRN_BASE_URL");
        if (given == null || given.isBlank()) {
            return null;
        }
        if (!given.matches("https?://[^\\s/]+")) {
            throw Options.refused("CAIRN_BASE_URL must look like https://cairn.example.com, and it is \"%s\".", given);
        }
        return given;
    }
}
