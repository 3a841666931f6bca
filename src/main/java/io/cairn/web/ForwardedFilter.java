package io.cairn.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Believes X-Forwarded-For and X-Forwarded-Proto, but only from a proxy we were told to trust. */
final class ForwardedFilter extends HttpFilter {
    private static final long serialVersionUID = 1L;
    private final transient TrustedProxies proxies;

    ForwardedFilter(TrustedProxies proxies) {
        this.proxies = proxies;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        boolean trusted = proxies.trusts(request.getRemoteAddr());
        chain.doFilter(trusted ? new Forwarded(request, client(request), isSecure(request)) : request, response);
    }

    /** The nearest address that is not one of our proxies; what stands further left may be invented. */
    private String client(HttpServletRequest request) {
        String nearest = request.getRemoteAddr();
        for (String hop : values(request, "X-Forwarded-For").reversed()) {
            String address = withoutPort(hop);
            if (TrustedProxies.parse(address) == null) {
                return nearest;
            }
            nearest = address;
            if (!proxies.trusts(address)) {
                return nearest;
            }
        }
        return nearest;
    }

    private static boolean isSecure(HttpServletRequest request) {
        List<String> schemes = values(request, "X-Forwarded-Proto");
        return schemes.isEmpty() ? request.isSecure() : schemes.getLast().equalsIgnoreCase("https");
    }

    private static List<String> values(HttpServletRequest request, String header) {
        return Collections.list(request.getHeaders(header)).stream()
                .flatMap(line -> List.of(line.split(",")).stream())
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static String withoutPort(String hop) {
        if (hop.startsWith("[")) {
            return hop.substring(1, Math.max(1, hop.indexOf(']')));
        }
        return hop.chars().filter(c -> c == ':').count() == 1 ? hop.substring(0, hop.indexOf(':')) : hop;
    }

    private static final class Forwarded extends HttpServletRequestWrapper {
        private final String client;
        private final boolean secure;

        Forwarded(HttpServletRequest request, String client, boolean secure) {
            super(request);
            this.client = client;
            this.secure = secure;
        }

        @Override
        public String getRemoteAddr() {
            return client;
        }

        @Override
        public String getRemoteHost() {
            return client;
        }

        @Override
        public boolean isSecure() {
            return secure;
        }

        @Override
        public String getScheme() {
            return secure ? "https" : "http";
        }

        @Override
        public StringBuffer getRequestURL() {
            @Nullable String host = getHeader("Host");
            String name = host == null ? getServerName() : host;
            return new StringBuffer(getScheme()).append("://").append(name).append(getRequestURI());
        }
    }
}
