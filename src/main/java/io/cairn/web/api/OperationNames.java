package io.cairn.web.api;

import java.util.Arrays;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Names operations after their method and address, so that they stay when others come: {@code patchGoalsById}. */
final class OperationNames {
    private OperationNames() {}

    static String of(String method, String path) {
        String named = Arrays.stream(path.split("[/-]"))
                .filter(Predicate.not(part -> part.startsWith("{")))
                .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                .collect(Collectors.joining());
        return method.toLowerCase(Locale.ROOT) + named + (path.endsWith("}") ? "ById" : "");
    }
}
