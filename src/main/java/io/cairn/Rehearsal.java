package io.cairn;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import org.springframework.util.FileSystemUtils;

/** One start of the demo in a passing folder, with a look at its first page. */
final class Rehearsal {
    private Rehearsal() {}

    static void play() {
        try {
            var folder = Files.createTempDirectory("cairn-rehearsal");
            var running = Running.demo(new Command.Demo(0, folder, null, false));
            lookAt(running.port());
            running.stop();
            FileSystemUtils.deleteRecursively(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void lookAt(int port) throws IOException, InterruptedException {
        try (var client = HttpClient.newBuilder()
                .followRedirects(HttpClient.Redirect.NORMAL)
                .build()) {
            var page = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/"))
                    .build();
            client.send(page, BodyHandlers.discarding());
        }
    }
}
