package io.cairn.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An HTTPS source whose certificate comes from an organisation's own authority. */
class CertificateTests {
    private static final String PASSWORD = "changeit";
    private static final String TRUST = "javax.net.ssl.trustStore";

    @TempDir
    static Path folder;

    private static HttpsServer server;

    /** An authority, and a certificate for localhost that it has signed. */
    @BeforeAll
    static void serve() throws Exception {
        keytool("-genkeypair -alias ca -keystore ca.p12 -dname CN=Ours -ext bc:c");
        keytool("-exportcert -alias ca -keystore ca.p12 -rfc -file ca.pem");
        keytool("-genkeypair -alias server -keystore server.p12 -dname CN=localhost");
        keytool("-certreq -alias server -keystore server.p12 -file server.csr");
        keytool(
                "-gencert -alias ca -keystore ca.p12 -infile server.csr -outfile server.pem -rfc -ext san=dns:localhost");
        keytool("-importcert -noprompt -alias ca -keystore server.p12 -file ca.pem");
        keytool("-importcert -noprompt -alias server -keystore server.p12 -file server.pem");
        keytool("-importcert -noprompt -alias ours -keystore trust.p12 -file ca.pem");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(identity()));
        server.createContext("/", exchange -> {
            byte[] body = "[{\"total\": 12}]".getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        server.start();
    }

    @AfterAll
    static void end() {
        server.stop(0);
    }

    @AfterEach
    void trustAsUsual() {
        System.clearProperty(TRUST);
        System.clearProperty(TRUST + "Password");
    }

    @Test
    void aCertificateOfAnAuthorityThatJavaTrustsIsTaken() {
        trustOurs();
        assertThat(get("localhost")).isEqualTo("[{\"total\": 12}]");
    }

    @Test
    void anUnknownAuthorityIsRefusedAndSaidClearly() {
        Problem problem = refusal("localhost");
        assertThat(problem.code()).isEqualTo("TLS_FAILED");
        assertThat(problem.field()).isEqualTo("source.url");
        assertThat(problem.message()).contains("certificate", "not trusted");
    }

    @Test
    void aCertificateForAnotherHostIsRefused() {
        trustOurs();
        assertThat(refusal("127.0.0.1").code()).isEqualTo("TLS_FAILED");
    }

    private static void trustOurs() {
        System.setProperty(TRUST, folder.resolve("trust.p12").toString());
        System.setProperty(TRUST + "Password", PASSWORD);
    }

    private static Problem refusal(String host) {
        return catchThrowableOfType(ProblemException.class, () -> get(host)).first();
    }

    private static String get(String host) {
        Endpoint endpoint = Endpoint.of(
                        "https://" + host + ":" + server.getAddress().getPort() + "/")
                .orElseThrow();
        Destination destination = new Reach(InetAddress::getAllByName)
                .pin(endpoint.host(), endpoint.port(), Set.of("localhost", "127.0.0.1"), "source.url");
        Duration patience = Duration.ofSeconds(5);
        byte[] answer = Limited.within(
                patience, limited -> new HttpAnswer(destination, patience).get(endpoint, "", null, limited));
        return new String(answer, StandardCharsets.UTF_8);
    }

    private static SSLContext identity() throws Exception {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream in = Files.newInputStream(folder.resolve("server.p12"))) {
            keys.load(in, PASSWORD.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void keytool(String arguments) throws Exception {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments.split(" ")));
        command.addAll(List.of("-storepass", PASSWORD));
        if (arguments.startsWith("-genkeypair")) {
            command.addAll(List.of("-keyalg", "EC", "-validity", "2"));
        }
        Process keytool = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(keytool.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(keytool.waitFor()).as(said).isZero();
    }
}
