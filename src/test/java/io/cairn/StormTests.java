package io.cairn;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.testing.ChildProgram;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The real program, killed while people check in: what it acknowledged is there when it comes back. */
@Tag("processes")
class StormTests {
    private static final int WRITERS = 6;
    private static final int ENOUGH = 60;
    private final HttpClient client = HttpClient.newHttpClient();
    private final JsonMapper json = JsonMapper.builder().build();

    @TempDir
    Path data;

    @Test
    void noAcknowledgedCheckInIsLostWhenTheProgramIsKilled() throws Exception {
        int port = freePort();
        String token;
        String measure;
        Queue<String> acknowledged = new ConcurrentLinkedQueue<>();
        try (var program = start(port)) {
            token = token();
            measure = measure(port, token);
            try (var writers = Executors.newFixedThreadPool(WRITERS)) {
                for (int i = 0; i < WRITERS; i++) {
                    writers.submit(() -> checkInUntilItDies(port, token, measure, acknowledged));
                }
                while (acknowledged.size() < ENOUGH) {
                    assertThat(program.output()).doesNotContain("Exception");
                    Thread.sleep(5);
                }
                program.kill();
            }
        }
        assertThat(acknowledged.size()).isGreaterThanOrEqualTo(ENOUGH);
        try (var again = start(port)) {
            assertThat(kept(port, token, measure)).containsAll(acknowledged);
            again.stop();
        }
    }

    private ChildProgram start(int port) throws InterruptedException {
        return ChildProgram.start(
                        Map.of(),
                        Cairn.class,
                        "demo",
                        "--port",
                        String.valueOf(port),
                        "--data",
                        data.resolve("demo").toString())
                .waitFor("Cairn is ready");
    }

    private String token() throws InterruptedException {
        var said = ChildProgram.run(
                Map.of(),
                Cairn.class,
                "token",
                "noah@example.com",
                "--data",
                data.resolve("demo").toString());
        assertThat(said.code()).as(said.output()).isZero();
        var found = Pattern.compile("cairn_[A-Za-z0-9_-]{43}").matcher(said.output());
        assertThat(found.find()).as(said.output()).isTrue();
        return found.group();
    }

    private String measure(int port, String token) throws IOException, InterruptedException {
        JsonNode goals = get(port, token, "/api/v1/goals?q=revenue%20retention");
        return goals.path("items").get(0).path("measures").get(0).path("id").asString();
    }

    private void checkInUntilItDies(int port, String token, String measure, Queue<String> acknowledged) {
        while (true) {
            try {
                var reply = client.send(
                        request(port, token, "/api/v1/measures/" + measure + "/check-ins")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("{\"value\": 90, \"confidence\": 8}"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
                if (reply.statusCode() == 201) {
                    acknowledged.add(json.readTree(reply.body()).path("id").asString());
                }
            } catch (IOException died) {
                return;
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private Set<String> kept(int port, String token, String measure) throws IOException, InterruptedException {
        List<String> ids = new java.util.ArrayList<>();
        String cursor = "";
        do {
            JsonNode page = get(port, token, "/api/v1/measures/" + measure + "/check-ins?limit=200" + cursor);
            page.path("items").forEach(item -> ids.add(item.path("id").asString()));
            cursor = page.path("nextCursor").isNull()
                    ? ""
                    : "&cursor=" + page.path("nextCursor").asString();
        } while (!cursor.isEmpty());
        return ids.stream().collect(Collectors.toSet());
    }

    private JsonNode get(int port, String token, String path) throws IOException, InterruptedException {
        var reply = client.send(request(port, token, path).build(), HttpResponse.BodyHandlers.ofString());
        assertThat(reply.statusCode()).as(reply.body()).isEqualTo(200);
        return json.readTree(reply.body());
    }

    private static HttpRequest.Builder request(int port, String token, String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Authorization", "Bearer " + token);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
