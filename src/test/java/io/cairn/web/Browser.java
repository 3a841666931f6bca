package io.cairn.web;

import com.jayway.jsonpath.JsonPath;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Sends single requests to a server on this machine and follows nothing. */
final class Browser {
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final int port;

    Browser(int port) {
        this.port = port;
    }

    int port() {
        return port;
    }

    record Reply(int status, String body, HttpResponse<byte[]> raw) {
        String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        List<String> headers(String name) {
            return raw.headers().allValues(name);
        }

        <T> T json(String path) {
            return JsonPath.read(body, path);
        }

        /** The first wrong field and its code. */
        String error() {
            return json("$.errors[0].field") + " " + json("$.errors[0].code");
        }
    }

    Reply get(String path, String... headers) {
        return send("GET", path, "", headers);
    }

    Reply postJson(String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "Content-Type", "application/json"));
    }

    Reply postForm(String path, String body, String... headers) {
        return send("POST", path, body, with(headers, "Content-Type", "application/x-www-form-urlencoded"));
    }

    Reply patch(String path, String body) {
        return send("PATCH", path, body, "Content-Type", "application/json");
    }

    Reply send(String method, String path, String body, String... headers) {
        var publisher = body.isEmpty() ? BodyPublishers.noBody() : BodyPublishers.ofString(body);
        return send(method, path, publisher, headers);
    }

    Reply send(String method, String path, HttpRequest.BodyPublisher body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, body);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            var reply = client.send(request.build(), BodyHandlers.ofByteArray());
            return new Reply(reply.statusCode(), new String(reply.body(), StandardCharsets.UTF_8), reply);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    private static String[] with(String[] headers, String name, String value) {
        var all = new java.util.ArrayList<>(List.of(headers));
        all.add(name);
        all.add(value);
        return all.toArray(String[]::new);
    }
}
