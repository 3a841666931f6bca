package io.cairn.connector;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An HTTP address taken apart.
 *
 * @param target path and query, beginning with a slash
 */
record Endpoint(boolean secure, HostName host, int port, String target) {
    static final int LONGEST = 2000;
    private static final Pattern PARTS = Pattern.compile(
            "(?i)(https?)://(\\[[0-9a-f:.]+]|[^/?:@\\[\\]\\\\\\s]+)(?::(\\d{1,5}))?((?:[/?][\\x21-\\x7e&&[^#\\\\]]*)?)");

    static Optional<Endpoint> of(String typed) {
        Matcher parts = PARTS.matcher(typed.strip());
        if (!parts.matches() || typed.length() > LONGEST) {
            return Optional.empty();
        }
        boolean secure = parts.group(1).toLowerCase(Locale.ROOT).equals("https");
        int port = parts.group(3) == null ? secure ? 443 : 80 : Integer.parseInt(parts.group(3));
        String target = parts.group(4).startsWith("/") ? parts.group(4) : "/" + parts.group(4);
        return HostName.of(parts.group(2))
                .map(host -> new Endpoint(secure, host, port, target))
                .filter(Endpoint::isSound);
    }

    /** The same place with more path and a query behind it. */
    Endpoint plus(String more) {
        String base = target.endsWith("/") ? target.substring(0, target.length() - 1) : target;
        return new Endpoint(secure, host, port, base + more);
    }

    URI uri() {
        return URI.create(text());
    }

    /** Where a secret goes: scheme, host and port. */
    String origin() {
        return (secure ? "https://" : "http://") + host.bracketed() + ":" + port;
    }

    private boolean isSound() {
        try {
            var uri = new URI(text());
            return port >= 1 && port <= 65_535 && uri.getHost() != null;
        } catch (URISyntaxException wrong) {
            return false;
        }
    }

    private String text() {
        return origin() + target;
    }
}
