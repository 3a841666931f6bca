package io.cairn.web;

import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A request whose body ends in {@link BodyTooLarge} past 1 MB, also when its length was not announced; where more is taken,
 * past that, once it is known who sends it.
 */
final class LimitedRequest extends HttpServletRequestWrapper {
    static final long LIMIT = 1024 * 1024;

    private final long most;
    private @Nullable ServletInputStream body;

    LimitedRequest(HttpServletRequest request, long most) {
        super(request);
        this.most = most;
    }

    @Override
    public ServletInputStream getInputStream() throws IOException {
        if (body == null) {
            body = new Counting(super.getInputStream(), this);
        }
        return body;
    }

    /** A file's form is read as a whole once one of its fields is asked for, which is not done for strangers. */
    @Override
    public @Nullable String getParameter(String name) {
        return bringsFiles(this) && Request.of(this).viewer() == null ? null : super.getParameter(name);
    }

    /** Whether a request brings files. */
    static boolean bringsFiles(HttpServletRequest request) {
        String type = request.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/");
    }

    @Override
    public BufferedReader getReader() throws IOException {
        return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
    }

    private static final class Counting extends ServletInputStream {
        private final ServletInputStream source;
        private final LimitedRequest request;
        private long read;

        Counting(ServletInputStream source, LimitedRequest request) {
            this.source = source;
            this.request = request;
        }

        @Override
        public int read() throws IOException {
            int next = source.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = source.read(bytes, offset, length);
            count(Math.max(count, 0));
            return count;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > LIMIT && (read > request.most || Request.of(request).viewer() == null)) {
                throw new BodyTooLarge();
            }
        }

        @Override
        public boolean isFinished() {
            return source.isFinished();
        }

        @Override
        public boolean isReady() {
            return source.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            source.setReadListener(listener);
        }
    }
}
