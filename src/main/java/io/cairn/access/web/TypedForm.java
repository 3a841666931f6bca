package io.cairn.access.web;

import io.cairn.web.Redirect;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * A form that was sent when its session had run out: where it was going and what was typed, kept in hidden fields of the
 * sign-in page and offered again afterwards. Nothing of it is stored.
 */
public record TypedForm(String action, List<Field> fields) {
    static final String ACTION = "typed-action";
    static final String PREFIX = "typed.";

    private static final int MOST_FIELDS = 400;
    private static final int MOST_CHARACTERS = 300_000;
    private static final Set<String> NOT_TYPED = Set.of("_csrf");
    private static final List<String> NOT_KEPT =
            List.of("/sign-in", "/sign-out", "/link/", "/set-up", "/theme", "/account", "/connectors");

    /** Passwords and tokens are typed anew: forms of the account and of connectors are never kept. */
    public TypedForm {
        fields = List.copyOf(fields);
    }

    public record Field(String name, String value) {
        /** {@code jobTitle} as "job title". */
        public String label() {
            return name.replaceAll("([a-z])([A-Z])", "$1 $2")
                    .replaceAll("[^A-Za-z0-9]+", " ")
                    .strip()
                    .toLowerCase(Locale.ROOT);
        }
    }

    /** What was sent to the page that forwarded here; null when there is nothing to keep or too much. */
    static @Nullable TypedForm forwarded(HttpServletRequest request) {
        if (!(request.getAttribute(RequestDispatcher.FORWARD_REQUEST_URI) instanceof String path)) {
            return null;
        }
        Object query = request.getAttribute(RequestDispatcher.FORWARD_QUERY_STRING);
        String action = query == null ? path : path + "?" + query;
        var inAddress = UriComponentsBuilder.fromUriString(action).build().getQueryParams();
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            // The container puts the address's values before the body's.
            int before = inAddress.getOrDefault(name, List.of()).size();
            Arrays.stream(values).skip(before).forEach(value -> fields.add(new Field(name, value)));
        });
        return kept(action, fields);
    }

    /** What the sign-in page kept; null when it kept nothing. */
    static @Nullable TypedForm carried(HttpServletRequest request) {
        String action = request.getParameter(ACTION);
        if (action == null) {
            return null;
        }
        List<Field> fields = new ArrayList<>();
        request.getParameterMap().forEach((name, values) -> {
            if (name.startsWith(PREFIX)) {
                String original = name.substring(PREFIX.length());
                Arrays.stream(values).forEach(value -> fields.add(new Field(original, value)));
            }
        });
        return kept(action, fields);
    }

    private static @Nullable TypedForm kept(String action, List<Field> sent) {
        List<Field> fields =
                sent.stream().filter(field -> !NOT_TYPED.contains(field.name())).toList();
        int characters = fields.stream()
                .mapToInt(field -> field.name().length() + field.value().length())
                .sum();
        boolean possible = Redirect.isOurs(action)
                && NOT_KEPT.stream().noneMatch(action::startsWith)
                && fields.size() <= MOST_FIELDS
                && characters <= MOST_CHARACTERS;
        return possible ? new TypedForm(action, fields) : null;
    }

    /** What somebody typed, without the fields that only our own page needs. */
    public List<Field> typed() {
        return fields.stream()
                .filter(field -> !field.name().startsWith("_") && !field.value().isBlank())
                .toList();
    }
}
