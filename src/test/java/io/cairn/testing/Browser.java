package io.cairn.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without script: keeps cookies, sends forms with their CSRF token, follows no redirect by itself. */
public final class Browser {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");
    private static final Pattern HIDDEN =
            Pattern.compile("<input type=\"hidden\" name=\"([^\"]+)\" value=\"([^\"]*)\"");

    private final String origin;
    private final Map<String, String> cookies = new LinkedHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private String csrf = "";

    public Browser(int port) {
        this.origin = "http://127.0.0.1:" + port;
    }

    /** One of somebody who is signed in already. */
    public static Browser in(int port, String session) {
        Browser browser = new Browser(port);
        browser.cookies().put("cairn_session", session);
        browser.get("/account");
        return browser;
    }

    /** What came back. */
    public record Reply(int status, String body, Map<String, List<String>> headers) {
        public String header(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of(""))
                    .getFirst();
        }

        public List<String> all(String name) {
            return headers.getOrDefault(name.toLowerCase(java.util.Locale.ROOT), List.of());
        }

        /** The value of this cookie's Set-Cookie header, attributes included; empty when it was not set. */
        public String cookie(String name) {
            return all("set-cookie").stream()
                    .filter(line -> line.startsWith(name + "="))
                    .reduce("", (first, last) -> last);
        }

        /** The hidden fields of the page, in order. */
        public List<Map.Entry<String, String>> hidden() {
            List<Map.Entry<String, String>> fields = new ArrayList<>();
            Matcher matcher = HIDDEN.matcher(body);
            while (matcher.find()) {
                fields.add(Map.entry(plain(matcher.group(1)), plain(matcher.group(2))));
            }
            return fields;
        }

        private static String plain(String html) {
            return html.replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&#34;", "\"")
                    .replace("&#39;", "'")
                    .replace("&amp;", "&");
        }
    }

    public Browser with(String header, String value) {
        headers.put(header, value);
        return this;
    }

    public Browser bearing(String token) {
        return with("Authorization", "Bearer " + token);
    }

    public Map<String, String> cookies() {
        return cookies;
    }

    public Reply get(String path) {
        return send("GET", path, null, null);
    }

    /** Sends names and values in pairs, with the CSRF token of the last page that had one. */
    public Reply post(String path, String... pairs) {
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (int i = 0; i < pairs.length; i += 2) {
            fields.add(Map.entry(pairs[i], pairs[i + 1]));
        }
        return post(path, fields);
    }

    public Reply post(String path, List<Map.Entry<String, String>> fields) {
        List<Map.Entry<String, String>> all = new ArrayList<>(fields);
        if (all.stream().noneMatch(field -> field.getKey().equals("_csrf"))) {
            all.add(Map.entry("_csrf", csrf));
        }
        return send("POST", path, "application/x-www-form-urlencoded", encode(all));
    }

    public Reply postWithoutCsrf(String path, String... pairs) {
        csrf = "";
        return post(path, pairs);
    }

    public Reply json(String method, String path, String body) {
        return send(method, path, "application/json", body);
    }

    public Reply signIn(String email, String password) {
        get("/sign-in");
        return post("/sign-in", "email", email, "password", password);
    }

    private static String encode(List<Map.Entry<String, String>> fields) {
        return fields.stream()
                .map(field -> URLEncoder.encode(field.getKey(), StandardCharsets.UTF_8) + "="
                        + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private Reply send(String method, String path, String type, String body) {
        var request = HttpRequest.newBuilder(URI.create(origin + path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        headers.forEach(request::setHeader);
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            return remember(HTTP.send(request.build(), BodyHandlers.ofString()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Reply remember(HttpResponse<String> response) {
        for (String line : response.headers().allValues("set-cookie")) {
            String[] cookie = line.split(";", 2)[0].split("=", 2);
            if (cookie[1].isEmpty() || line.contains("Max-Age=0")) {
                cookies.remove(cookie[0]);
            } else {
                cookies.put(cookie[0], cookie[1]);
            }
        }
        Matcher token = CSRF.matcher(response.body());
        if (token.find()) {
            csrf = token.group(1);
        }
        return new Reply(
                response.statusCode(), response.body(), response.headers().map());
    }
}
