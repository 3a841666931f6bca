package io.cairn.testing;

import io.cairn.access.Tokens;
import io.cairn.access.Viewing;
import io.cairn.kernel.Viewer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** Speaks to the running program as a person's API token does. */
@Component
public class Api {
    private final WebServerApplicationContext server;
    private final Tokens tokens;
    private final ObjectMapper json;
    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<UUID, String> secrets = new ConcurrentHashMap<>();

    Api(ApplicationContext server, Tokens tokens, ObjectMapper json) {
        this.server = (WebServerApplicationContext) server;
        this.tokens = tokens;
        this.json = json;
    }

    /** A reply's status, body and headers. */
    public record Reply(int status, JsonNode body, HttpResponse<String> raw) {
        public String code() {
            return body.path("code").asString("");
        }

        public String text(String field) {
            return body.path(field).asString();
        }

        public UUID id() {
            return UUID.fromString(text("id"));
        }
    }

    public Reply get(@Nullable Viewer viewer, String path) {
        return send(viewer, "GET", path, null);
    }

    public Reply post(@Nullable Viewer viewer, String path, @Nullable Object body) {
        return send(viewer, "POST", path, body);
    }

    public Reply patch(@Nullable Viewer viewer, String path, Object body) {
        return send(viewer, "PATCH", path, body);
    }

    public Reply put(@Nullable Viewer viewer, String path, Object body) {
        return send(viewer, "PUT", path, body);
    }

    public Reply delete(@Nullable Viewer viewer, String path) {
        return send(viewer, "DELETE", path, null);
    }

    /** @param body a string is sent as it is, anything else as JSON */
    public Reply send(@Nullable Viewer viewer, String method, String path, @Nullable Object body, String... headers) {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path));
        if (viewer != null) {
            request.header("Authorization", "Bearer " + secret(viewer));
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        if (body == null) {
            request.method(method, HttpRequest.BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json");
            String text = body instanceof String raw ? raw : json.writeValueAsString(body);
            request.method(method, HttpRequest.BodyPublishers.ofString(text));
        }
        return answered(request.build());
    }

    private Reply answered(HttpRequest request) {
        try {
            HttpResponse<String> reply = client.send(request, HttpResponse.BodyHandlers.ofString());
            return new Reply(reply.statusCode(), parsed(reply.body()), reply);
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Sends a body of another kind than JSON, of any length. */
    public Reply stream(@Nullable Viewer viewer, String path, String type, HttpRequest.BodyPublisher body) {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path))
                .header("Content-Type", type)
                .POST(body);
        if (viewer != null) {
            request.header("Authorization", "Bearer " + secret(viewer));
        }
        return answered(request.build());
    }

    /** A file as it is. */
    public HttpResponse<byte[]> download(@Nullable Viewer viewer, String path) {
        var request = HttpRequest.newBuilder(
                URI.create("http://127.0.0.1:" + server.getWebServer().getPort() + path));
        if (viewer != null) {
            request.header("Authorization", "Bearer " + secret(viewer));
        }
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private JsonNode parsed(String body) {
        return body.startsWith("{") || body.startsWith("[") ? json.readTree(body) : json.createObjectNode();
    }

    private String secret(Viewer viewer) {
        return secrets.computeIfAbsent(
                viewer.id(),
                id -> Viewing.as(
                        viewer, () -> tokens.issue(viewer, "Test", 1).secret().text()));
    }
}
