package io.cairn.connector;

import io.cairn.kernel.Problem;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.Locale;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.DnsResolver;
import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.client5.http.config.ConnectionConfig;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.config.TlsConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.client5.http.impl.io.PoolingHttpClientConnectionManagerBuilder;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.util.Timeout;
import org.jspecify.annotations.Nullable;

/** One GET to a pinned address: no redirect, no proxy, no cookie, at most five megabytes after unpacking. */
final class HttpAnswer {
    static final int MOST_BYTES = 5_000_000;
    private final Destination destination;
    private final Duration connect;

    HttpAnswer(Destination destination, Duration connect) {
        this.destination = destination;
        this.connect = connect;
    }

    /** @param secret the header's value; none without a header or a secret */
    byte[] get(Endpoint endpoint, String header, @Nullable String secret, Limited limited) {
        var request = new HttpGet(endpoint.uri());
        request.setHeader(HttpHeaders.ACCEPT, "application/json");
        request.setHeader(HttpHeaders.ACCEPT_ENCODING, "gzip");
        request.setHeader(HttpHeaders.USER_AGENT, "Cairn");
        if (!header.isEmpty() && secret != null) {
            request.setHeader(header, secret);
        }
        try {
            try (var cut = limited.holding(new Cut(client()))) {
                return body(cut.client().executeOpen(null, request, null));
            }
        } catch (IOException failed) {
            throw problem(failed).at("source.url").exception();
        }
    }

    /** Closing an answer politely would read the rest of it, however long. */
    private record Cut(CloseableHttpClient client) implements AutoCloseable {
        @Override
        public void close() {
            client.close(CloseMode.IMMEDIATE);
        }
    }

    private CloseableHttpClient client() {
        var timeout = Timeout.of(connect);
        var connections = PoolingHttpClientConnectionManagerBuilder.create()
                .setDnsResolver(new Pinned())
                .setDefaultConnectionConfig(ConnectionConfig.custom()
                        .setConnectTimeout(timeout)
                        .setSocketTimeout(timeout)
                        .build())
                .setDefaultTlsConfig(
                        TlsConfig.custom().setHandshakeTimeout(timeout).build())
                .build();
        return HttpClients.custom()
                .setConnectionManager(connections)
                .setDefaultRequestConfig(RequestConfig.custom()
                        .setRedirectsEnabled(false)
                        .setResponseTimeout(timeout)
                        .build())
                .disableRedirectHandling()
                .disableAutomaticRetries()
                .disableContentCompression()
                .disableCookieManagement()
                .disableAuthCaching()
                .build();
    }

    private final class Pinned implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) {
            return destination.addresses().toArray(InetAddress[]::new);
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static byte[] body(ClassicHttpResponse answer) throws IOException {
        int status = answer.getCode();
        if (status >= 300 && status < 400) {
            throw ConnectorProblem.REDIRECTED.at("source.url").exception();
        }
        if (status == 401 || status == 403) {
            throw ConnectorProblem.SIGN_IN_REFUSED
                    .saying("The source refused the secret (" + status + ").")
                    .at("secret")
                    .exception();
        }
        if (status != 200) {
            throw ConnectorProblem.WRONG_STATUS
                    .saying("The source answered with the error " + status + ".")
                    .at("source.url")
                    .exception();
        }
        HttpEntity entity = answer.getEntity();
        if (entity == null) {
            return new byte[0];
        }
        byte[] body = unpacked(answer, entity).readNBytes(MOST_BYTES + 1);
        if (body.length > MOST_BYTES) {
            throw ConnectorProblem.TOO_LARGE.at("source.url").exception();
        }
        return body;
    }

    private static InputStream unpacked(ClassicHttpResponse answer, HttpEntity entity) throws IOException {
        Header encoding = answer.getFirstHeader(HttpHeaders.CONTENT_ENCODING);
        String how = encoding == null ? "identity" : encoding.getValue().toLowerCase(Locale.ROOT);
        return switch (how) {
            case "identity" -> entity.getContent();
            case "gzip" -> new GZIPInputStream(entity.getContent());
            default -> throw new ZipException("packed as was not asked for");
        };
    }

    private Problem problem(IOException failed) {
        return switch (failed) {
            case SocketTimeoutException late ->
                ConnectorProblem.TIMED_OUT.saying(
                        "Nothing came for " + connect.toSeconds() + " seconds, so it was cut off.");
            case SSLException untrusted -> ConnectorProblem.TLS_FAILED.problem();
            case ZipException broken -> ConnectorProblem.NOT_JSON.problem();
            case UnknownHostException unknown -> ConnectorProblem.HOST_UNKNOWN.problem();
            default -> ConnectorProblem.NOT_REACHED.problem();
        };
    }
}
