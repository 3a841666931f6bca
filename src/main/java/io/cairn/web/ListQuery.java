package io.cairn.web;

import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What a list is asked for: how many, from where on, and by which filters. A blank filter is none. */
public final class ListQuery {
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}");
    private static final int LIMIT = 50;
    private static final int HIGHEST_LIMIT = 200;

    private final Map<String, List<String>> given;
    private final int limit;

    private ListQuery(Map<String, List<String>> given) {
        this.given = given;
        this.limit = readLimit(given.getOrDefault("limit", List.of()));
    }

    /** Reads an address's parameters; 422 for an unknown filter, a bad limit, unclean text. */
    public static ListQuery of(Map<String, String[]> parameters, Set<String> filters) {
        Map<String, List<String>> given = new java.util.LinkedHashMap<>();
        parameters.forEach((name, values) -> {
            if (!name.equals("limit") && !name.equals("cursor") && !filters.contains(name)) {
                throw GeneralProblem.UNKNOWN_FILTER
                        .at(PlainText.isClean(name) ? name : "")
                        .exception();
            }
            given.put(name, clean(name, values));
        });
        return new ListQuery(given);
    }

    public int limit() {
        return limit;
    }

    /** As it was sent; {@link Cursor#decode} reads it. */
    public @Nullable String cursor() {
        return text("cursor");
    }

    /** The cursor of a list ordered by id. */
    public @Nullable UUID cursorId() {
        return Cursor.decodeId(cursor());
    }

    public @Nullable String text(String name) {
        List<String> values = given.getOrDefault(name, List.of());
        if (values.size() > 1) {
            throw invalid(name);
        }
        return values.isEmpty() ? null : values.getFirst();
    }

    public @Nullable UUID uuid(String name) {
        String text = text(name);
        return text == null ? null : readUuid(name, text);
    }

    /** A filter that may be given several times; empty without it. */
    public List<UUID> uuids(String name) {
        return given.getOrDefault(name, List.of()).stream()
                .map(text -> readUuid(name, text))
                .distinct()
                .toList();
    }

    public <E extends Enum<E>> @Nullable E one(String name, Class<E> type) {
        String text = text(name);
        return text == null ? null : readEnum(name, text, type);
    }

    /** A filter by any of several constants; empty without it. */
    public <E extends Enum<E>> List<E> several(String name, Class<E> type) {
        return given.getOrDefault(name, List.of()).stream()
                .map(text -> readEnum(name, text, type))
                .distinct()
                .toList();
    }

    public @Nullable LocalDate day(String name) {
        String text = text(name);
        try {
            return text == null ? null : LocalDate.parse(text);
        } catch (DateTimeException unreadable) {
            throw invalid(name);
        }
    }

    /** A whole number of at most nine digits. */
    public @Nullable Integer whole(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        if (!WHOLE.matcher(text).matches()) {
            throw invalid(name);
        }
        return Integer.valueOf(text);
    }

    public @Nullable Boolean flag(String name) {
        String text = text(name);
        if (text == null) {
            return null;
        }
        return switch (text) {
            case "true" -> true;
            case "false" -> false;
            default -> throw invalid(name);
        };
    }

    private static List<String> clean(String name, String[] values) {
        List<String> clean = new ArrayList<>();
        for (String value : values) {
            if (!PlainText.isClean(value)) {
                throw invalid(name);
            }
            if (!value.isBlank()) {
                clean.add(value.strip());
            }
        }
        return clean;
    }

    private static int readLimit(List<String> values) {
        if (values.isEmpty()) {
            return LIMIT;
        }
        String text = values.getFirst();
        int limit = WHOLE.matcher(text).matches() ? Integer.parseInt(text) : 0;
        if (values.size() > 1 || limit < 1 || limit > HIGHEST_LIMIT) {
            throw GeneralProblem.INVALID_LIMIT.at("limit").exception();
        }
        return limit;
    }

    private static UUID readUuid(String name, String text) {
        if (!UUID_TEXT.matcher(text).matches()) {
            throw invalid(name);
        }
        return UUID.fromString(text);
    }

    private static <E extends Enum<E>> E readEnum(String name, String text, Class<E> type) {
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(text))
                .findFirst()
                .orElseThrow(() -> invalid(name));
    }

    private static ProblemException invalid(String name) {
        return GeneralProblem.INVALID.at(name).exception();
    }
}
