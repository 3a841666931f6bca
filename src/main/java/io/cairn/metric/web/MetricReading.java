package io.cairn.metric.web;

import io.cairn.framework.Visibility;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.metric.Aggregation;
import io.cairn.metric.BreachPolicy;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.LeadLag;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricContent;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricState;
import io.cairn.metric.TargetContent;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads what was typed of a definition sheet; what cannot be read becomes a problem at its field. */
final class MetricReading {
    private static final Pattern COMMA = Pattern.compile("[,;\\n]");
    private static final Pattern SMALL = Pattern.compile("\\d{1,4}");

    private final MetricForm form;
    private final @Nullable Metric before;
    private final Map<String, UUID> people;
    private final List<Problem> problems;

    /**
     * @param before the metric that is changed; null for a new one
     * @param people those who were named, by what was typed in lower case
     */
    MetricReading(MetricForm form, @Nullable Metric before, Map<String, UUID> people, List<Problem> problems) {
        this.form = form;
        this.before = before;
        this.people = people;
        this.problems = problems;
    }

    /** Whom the form names, in lower case. */
    static List<String> named(MetricForm form) {
        List<String> named = new ArrayList<>(readers(form));
        if (!MetricForm.blank(form.ownerId())) {
            named.add(lower(MetricForm.text(form.ownerId())));
        }
        return named.stream().distinct().toList();
    }

    private static List<String> readers(MetricForm form) {
        return COMMA.splitAsStream(MetricForm.text(form.readerIds()))
                .filter(name -> !name.isBlank())
                .map(MetricReading::lower)
                .toList();
    }

    private static String lower(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }

    /** @param state of a new metric; null keeps it as it is */
    MetricContent content(@Nullable MetricState state) {
        Visibility audience = one(Visibility.class, form.audience(), "audience");
        return new MetricContent(
                form.name(),
                form.unit(),
                whole(form.decimals(), "decimals"),
                one(Direction.class, form.direction(), "direction"),
                one(Frequency.class, form.frequency(), "frequency"),
                one(Aggregation.class, form.timeAggregation(), "timeAggregation"),
                one(Aggregation.class, form.orgAggregation(), "orgAggregation"),
                owner(),
                id(form.teamId(), "teamId"),
                form.category(),
                one(MetricLevel.class, form.level(), "level"),
                one(LeadLag.class, form.leadLag(), "leadLag"),
                form.segment(),
                form.source(),
                form.definition(),
                form.includes(),
                form.excludes(),
                form.consequences(),
                MetricForm.blank(form.formula()) ? null : form.formula(),
                Boolean.TRUE.equals(form.addsUp()),
                id(form.parentId(), "parentId"),
                audience,
                audience == Visibility.RESTRICTED_LIST ? readerIds() : List.of(),
                new BreachPolicy(whole(form.periods(), "breachPolicy.periods"), Boolean.TRUE.equals(form.useSpc())),
                Boolean.TRUE.equals(form.proposeOkr()),
                sheet() == null ? null : sheet().limitsFrom(),
                TargetForm.day(form.definedFrom(), "definedFrom", problems),
                state,
                targets());
    }

    private @Nullable MetricSheet sheet() {
        return before == null ? null : before.sheet();
    }

    private @Nullable List<TargetContent> targets() {
        TargetForm first = form.firstTarget();
        if (before != null) {
            return null;
        }
        if (first.isEmpty()) {
            return List.of();
        }
        return List.of(new TargetContent(
                TargetForm.day(form.from(), "from", problems),
                null,
                number(form.target(), "target"),
                null,
                number(form.amberAt(), "amberAt"),
                number(form.low(), "low"),
                number(form.high(), "high")));
    }

    private @Nullable BigDecimal number(@Nullable String typed, String field) {
        return TargetForm.number(typed, MetricForm.text(form.unit()).strip(), field, problems);
    }

    private @Nullable UUID owner() {
        if (MetricForm.blank(form.ownerId())) {
            problems.add(GeneralProblem.REQUIRED.at("ownerId"));
            return null;
        }
        return person(lower(MetricForm.text(form.ownerId())), "ownerId");
    }

    private List<UUID> readerIds() {
        return readers(form).stream()
                .map(name -> person(name, "readerIds"))
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    private @Nullable UUID person(String name, String field) {
        UUID person = people.get(name);
        if (person == null) {
            problems.add(GeneralProblem.INVALID
                    .saying("Nobody here has the name “%s” alone; use the e-mail address.".formatted(name))
                    .at(field));
        }
        return person;
    }

    private @Nullable UUID id(@Nullable String typed, String field) {
        try {
            return MetricForm.blank(typed) || typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException forged) {
            problems.add(GeneralProblem.INVALID.at(field));
            return null;
        }
    }

    private @Nullable Integer whole(@Nullable String typed, String field) {
        if (MetricForm.blank(typed) || typed == null) {
            return null;
        }
        if (!SMALL.matcher(typed.strip()).matches()) {
            problems.add(
                    GeneralProblem.INVALID.saying("This is a whole number.").at(field));
            return null;
        }
        return Integer.valueOf(typed.strip());
    }

    private <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String typed, String field) {
        if (MetricForm.blank(typed)) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(typed))
                .findFirst()
                .orElseGet(() -> {
                    problems.add(GeneralProblem.INVALID.at(field));
                    return null;
                });
    }

    /** Those the metric has already, by name in lower case. */
    static Map<String, UUID> known(@Nullable Metric before, Map<UUID, String> readers) {
        Map<String, UUID> known = new HashMap<>();
        readers.forEach((id, name) -> known.put(lower(name), id));
        if (before != null) {
            known.put(
                    lower(before.sheet().owner().name()), before.sheet().owner().id());
        }
        return known;
    }
}
