package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Measurement;
import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.ObjectiveTerms;
import io.cairn.framework.mbo.PlanChoices;
import io.cairn.goal.Level;
import io.cairn.goal.Milestone;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed of one line of a plan, kept as it was typed.
 *
 * @param supports ids of the goals it serves
 */
public record LineForm(Map<String, String> fields, List<String> supports) {
    private static final int MOST_ROWS = 50;
    private static final int SPARE_ROWS = 2;

    public LineForm {
        fields = Map.copyOf(fields);
        supports = List.copyOf(supports);
    }

    static LineForm empty(String title) {
        return new LineForm(
                Map.of(
                        "title", title,
                        "scope", ObjectiveScope.INDIVIDUAL.name(),
                        "measurement", Measurement.QUANTITATIVE.name(),
                        "basis", AttainmentBasis.BASELINE_TO_TARGET.name()),
                List.of());
    }

    /** An objective of the company, which says itself how it is measured. */
    static LineForm company(PlanChoices.Span objective) {
        return new LineForm(
                Map.of(
                        "title", objective.name(),
                        "scope", ObjectiveScope.COMPANY.name(),
                        "companyObjectiveId", objective.id().toString()),
                List.of());
    }

    static LineForm of(ObjectiveTerms terms) {
        Map<String, String> fields = new TreeMap<>();
        fields.put("id", terms.id().toString());
        fields.put("title", terms.title());
        fields.put("why", terms.why());
        fields.put("weight", number(terms.weight()));
        fields.put("measurement", terms.measurement().name());
        fields.put("scope", terms.scope().name());
        fields.put("category", terms.category());
        fields.put("segment", terms.segment());
        fields.put("basis", terms.basis() == null ? "" : terms.basis().name());
        fields.put("unit", terms.unit());
        fields.put("baseline", number(terms.baseline()));
        fields.put("target", number(terms.target()));
        fields.put(
                "comparator",
                terms.comparator() == null ? "" : terms.comparator().name());
        fields.put("metricId", id(terms.metricId()));
        fields.put("threshold", number(terms.threshold()));
        fields.put("maximum", number(terms.maximum()));
        fields.put("curveId", id(terms.curveId()));
        fields.put("objectiveCap", percent(terms.objectiveCap()));
        fields.put("companyObjectiveId", id(terms.companyObjectiveId()));
        putMilestones(fields, terms.milestones());
        putLevels(fields, terms.levels());
        return new LineForm(
                fields, terms.supports().stream().map(UUID::toString).toList());
    }

    private static void putMilestones(Map<String, String> fields, List<Milestone> milestones) {
        for (int i = 0; i < milestones.size(); i++) {
            Milestone one = milestones.get(i);
            String path = "milestones[" + i + "].";
            fields.put(path + "name", one.name());
            fields.put(path + "weight", number(one.weight()));
            fields.put(path + "dueOn", one.dueOn() == null ? "" : one.dueOn().toString());
        }
    }

    private static void putLevels(Map<String, String> fields, List<Level> levels) {
        for (int i = 0; i < levels.size(); i++) {
            Level one = levels.get(i);
            String path = "levels[" + i + "].";
            fields.put(path + "name", one.name());
            fields.put(path + "score", number(one.score()));
            fields.put(path + "text", one.text() == null ? "" : one.text());
        }
    }

    static String number(@Nullable BigDecimal value) {
        return value == null ? "" : Display.number(value).replace("−", "-");
    }

    static String percent(@Nullable BigDecimal ratio) {
        return ratio == null ? "" : number(ratio.movePointRight(2));
    }

    private static String id(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }

    /** The line at this place of what a browser sent. */
    static LineForm posted(MultiValueMap<String, String> sent, int place) {
        String path = "objectives[" + place + "].";
        Map<String, String> fields = new TreeMap<>();
        sent.forEach((name, values) -> {
            String typed = values.getFirst();
            if (name.startsWith(path) && typed != null) {
                fields.put(name.substring(path.length()), typed.replace("\r\n", "\n"));
            }
        });
        fields.remove("supports");
        closeUp(fields);
        return new LineForm(
                fields,
                sent.getOrDefault(path + "supports", List.of()).stream()
                        .filter(id -> id != null && !id.isBlank())
                        .distinct()
                        .toList());
    }

    /** Without the milestones left blank, so that what is wrong with one is said beside it. */
    private static void closeUp(Map<String, String> fields) {
        int rows = 0;
        for (int i = 0; i < MOST_ROWS && fields.containsKey("milestones[" + i + "].name"); i++) {
            String from = "milestones[" + i + "].";
            boolean blank = fields.getOrDefault(from + "name", "").isBlank()
                    && fields.getOrDefault(from + "weight", "").isBlank()
                    && fields.getOrDefault(from + "dueOn", "").isBlank();
            for (String part : List.of("name", "weight", "dueOn")) {
                String typed = fields.remove(from + part);
                if (!blank && typed != null) {
                    fields.put("milestones[" + rows + "]." + part, typed);
                }
            }
            rows += blank ? 0 : 1;
        }
    }

    LineForm with(String field, String value) {
        Map<String, String> changed = new TreeMap<>(fields);
        changed.put(field, value);
        return new LineForm(changed, supports);
    }

    /** What was typed to be supported joins what is supported already. */
    LineForm served(PlanChoices.Found choices) {
        PlanChoices.Served found = text("support").isBlank() ? null : choices.objective(text("support"));
        if (found == null) {
            return this;
        }
        List<String> more = new ArrayList<>(supports);
        if (!more.contains(found.id().toString())) {
            more.add(found.id().toString());
        }
        return new LineForm(with("support", "").fields(), more);
    }

    /** As a line of another plan. */
    LineForm copied() {
        return with("id", "").with("metricId", text("metricId"));
    }

    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    /** Whether nobody has typed anything that counts. */
    boolean isEmpty() {
        return text("title").isBlank()
                && text("weight").isBlank()
                && text("target").isBlank()
                && text("id").isBlank();
    }

    public ObjectiveScope scope() {
        return choice(ObjectiveScope.values(), text("scope"), ObjectiveScope.INDIVIDUAL);
    }

    public Measurement measurement() {
        return choice(Measurement.values(), text("measurement"), Measurement.QUANTITATIVE);
    }

    public @Nullable AttainmentBasis basis() {
        return Arrays.stream(AttainmentBasis.values())
                .filter(one -> one.name().equals(text("basis")))
                .findFirst()
                .orElse(null);
    }

    public @Nullable Comparator comparator() {
        return Arrays.stream(Comparator.values())
                .filter(one -> one.rises() || one.falls())
                .filter(one -> one.name().equals(text("comparator")))
                .findFirst()
                .orElse(null);
    }

    static <E extends Enum<E>> E choice(E[] constants, String typed, E usual) {
        return Arrays.stream(constants)
                .filter(one -> one.name().equals(typed))
                .findFirst()
                .orElse(usual);
    }

    public boolean isNumeric() {
        AttainmentBasis basis = basis();
        return scope() == ObjectiveScope.INDIVIDUAL && basis != null && basis.measured();
    }

    public int milestones() {
        int rows = 0;
        while (rows < MOST_ROWS && fields.containsKey("milestones[" + rows + "].name")) {
            rows++;
        }
        return rows;
    }

    public int milestoneRows() {
        return Math.min(MOST_ROWS, milestones() + SPARE_ROWS);
    }

    /** Those of the line, or the usual ones. */
    public List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < MOST_ROWS && fields.containsKey("levels[" + i + "].name"); i++) {
            String path = "levels[" + i + "].";
            levels.add(new Level(text(path + "name"), score(text(path + "score")), text(path + "text")));
        }
        return levels.isEmpty() ? Level.USUAL : levels;
    }

    private static BigDecimal score(String typed) {
        return typed.matches("\\d{1,2}(\\.\\d{1,6})?") ? new BigDecimal(typed) : BigDecimal.ZERO;
    }
}
