package io.cairn.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.http.MediaType;

/** A request whose content is read ahead, so that it can be told from another before it is acted on. */
final class RepeatableRequest extends HttpServletRequestWrapper {
    /** What differs each time a form is sent although the person sent the same. */
    private static final Set<String> PASSING = Set.of("_csrf", IdempotencyFilter.FIELD);

    private final byte[] body;
    private final byte[] hash;

    private RepeatableRequest(HttpServletRequest request, byte[] body, byte[] hash) {
        super(request);
        this.body = body;
        this.hash = hash;
    }

    static RepeatableRequest of(HttpServletRequest request) throws IOException {
        MessageDigest digest = digest();
        add(digest, request.getMethod());
        add(digest, request.getRequestURI());
        add(digest, String.valueOf(request.getQueryString()));
        byte[] body = isForm(request) ? new byte[0] : request.getInputStream().readAllBytes();
        if (isForm(request)) {
            addFields(digest, request);
        }
        digest.update(body);
        return new RepeatableRequest(request, body, digest.digest());
    }

    static boolean isForm(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.startsWith(MediaType.APPLICATION_FORM_URLENCODED_VALUE);
    }

    byte[] hash() {
        return hash.clone();
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        return isForm(this) ? super.getInputStream() : new Again(new ByteArrayInputStream(body));
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static void addFields(MessageDigest digest, HttpServletRequest request) {
        new TreeMap<>(request.getParameterMap()).forEach((name, values) -> {
            if (!PASSING.contains(name)) {
                add(digest, name);
                for (String value : values) {
                    add(digest, value);
                }
                digest.update((byte) 1);
            }
        });
    }

    /** Ends each part with a byte that UTF-8 never has, so that parts cannot run into one another. */
    private static void add(MessageDigest digest, String part) {
        digest.update(part.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0xFF);
    }

    private static MessageDigest digest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static final class Again extends ServletInputStream {
        private final ByteArrayInputStream source;

        Again(ByteArrayInputStream source) {
            this.source = source;
        }

        @Override
        public int read() {
            return source.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) {
            return source.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
            return source.available() == 0;
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
            throw new IllegalStateException("Read at once, not bit by bit");
        }
    }
}
