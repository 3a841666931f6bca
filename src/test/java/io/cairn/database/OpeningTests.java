package io.cairn.database;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.CairnApplication;
import io.cairn.testing.TestDatabase;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

@Tag("database")
class OpeningTests {
    private static final List<String> SEEN = new ArrayList<>();

    @Test
    void theStepsRunInTheirOrderWhileThePortIsClosed() throws IOException {
        var port = freePort();
        var login = TestDatabase.fresh().application();
        var program = new SpringApplication(CairnApplication.class, Steps.class);
        try (var _ = program.run(
                "--cairn.mode=test",
                "--cairn.database.url=" + login.url(),
                "--cairn.database.user=" + login.user(),
                "--cairn.database.password=" + login.password(),
                "--server.address=127.0.0.1",
                "--server.port=" + port)) {
            assertThat(SEEN).containsExactly("first: closed", "second: closed");
            assertThat(state(port)).isEqualTo("open");
        }
    }

    private static String state(int port) {
        try (var _ = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return "open";
        } catch (IOException e) {
            return "closed";
        }
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    @TestConfiguration(proxyBeanMethods = false)
    static class Steps {
        @Bean
        @Order(2)
        BeforeOpening second(@Value("${server.port}") int port) {
            return () -> SEEN.add("second: " + state(port));
        }

        @Bean
        @Order(1)
        BeforeOpening first(@Value("${server.port}") int port) {
            return () -> SEEN.add("first: " + state(port));
        }
    }
}
