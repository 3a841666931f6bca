package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.AcceleratorContent;
import io.cairn.framework.mbo.Amendment;
import io.cairn.framework.mbo.ObjectiveContent;
import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.PlanChoices;
import io.cairn.framework.mbo.PlanContent;
import io.cairn.framework.mbo.PlanPeriod;
import io.cairn.framework.mbo.PlanTerms;
import io.cairn.goal.Level;
import io.cairn.goal.Milestone;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was typed of a plan; what cannot be read becomes a problem at its field. */
final class PlanReading {
    private static final BigDecimal MOST_PERCENT = new BigDecimal("1000");

    private final PlanForm form;
    private final PlanChoices.Found choices;
    private final List<Problem> problems;

    PlanReading(PlanForm form, PlanChoices.Found choices, List<Problem> problems) {
        this.form = form;
        this.choices = choices;
        this.problems = problems;
    }

    PlanContent content(UUID employee) {
        return new PlanContent(
                employee,
                LineForm.choice(PlanPeriod.values(), form.text("period"), PlanPeriod.QUARTER),
                id(form.text("cycleId"), "cycleId"),
                day(form.text("startsOn"), "startsOn"),
                day(form.text("endsOn"), "endsOn"),
                form.on("pays"),
                percent(form.text("planCap"), "planCap"),
                percent(form.text("modifier"), "modifier"),
                form.on("capBeforeModifier"),
                gate(),
                accelerators(),
                id(form.text("curveId"), "curveId"),
                lines());
    }

    Amendment amendment() {
        return new Amendment(
                day(form.text("effectiveFrom"), "effectiveFrom"),
                form.text("reason"),
                form.text("comment"),
                percent(form.text("planCap"), "planCap"),
                percent(form.text("modifier"), "modifier"),
                form.on("capBeforeModifier"),
                gate(),
                accelerators(),
                id(form.text("curveId"), "curveId"),
                lines());
    }

    private PlanTerms.@Nullable Gate gate() {
        UUID objective = id(form.text("gate.companyObjectiveId"), "gate.companyObjectiveId");
        if (objective == null) {
            return null;
        }
        BigDecimal atLeast = percent(form.text("gate.atLeast"), "gate.atLeast");
        BigDecimal factor = percent(form.text("gate.factor"), "gate.factor");
        return new PlanTerms.Gate(
                objective, atLeast == null ? BigDecimal.ONE : atLeast, factor == null ? BigDecimal.ZERO : factor, null);
    }

    private List<AcceleratorContent> accelerators() {
        List<AcceleratorContent> accelerators = new ArrayList<>();
        for (int i = 0; i < AcceleratorRows.written(form.head()); i++) {
            String line = form.text(AcceleratorRows.at(i, "line")).strip();
            String multiplier = AcceleratorRows.at(i, "multiplier");
            // What is no place is no line either, and is refused as one that is not there.
            accelerators.add(new AcceleratorContent(
                    null,
                    line.isEmpty() ? null : line.matches("\\d{1,2}") ? Integer.valueOf(line) : Integer.valueOf(-1),
                    percent(form.text(AcceleratorRows.at(i, "atLeast")), AcceleratorRows.at(i, "atLeast")),
                    number(form.text(multiplier), "", multiplier)));
        }
        return accelerators;
    }

    private List<ObjectiveContent> lines() {
        List<ObjectiveContent> lines = new ArrayList<>();
        for (int i = 0; i < form.lines().size(); i++) {
            lines.add(line(form.lines().get(i), "objectives[" + i + "]."));
        }
        return lines;
    }

    private ObjectiveContent line(LineForm line, String path) {
        boolean own = line.scope() == ObjectiveScope.INDIVIDUAL;
        boolean numeric = line.isNumeric();
        String unit = numeric ? unit(line) : "";
        PlanChoices.Followed metric = numeric ? metric(line, path) : null;
        supported(line, path);
        return new ObjectiveContent(
                id(line.text("id"), path + "id"),
                line.text("title"),
                line.text("why"),
                number(line.text("weight"), "%", path + "weight"),
                line.measurement(),
                line.scope(),
                line.text("category"),
                line.text("segment"),
                own ? line.basis() : null,
                unit,
                numeric ? number(line.text("baseline"), unit, path + "baseline") : null,
                numeric ? number(line.text("target"), unit, path + "target") : null,
                numeric ? line.comparator() : null,
                metric == null ? null : metric.id(),
                numeric ? number(line.text("threshold"), unit, path + "threshold") : null,
                numeric ? number(line.text("maximum"), unit, path + "maximum") : null,
                own && line.basis() == AttainmentBasis.MILESTONE ? milestones(line, path) : List.of(),
                own && line.basis() == AttainmentBasis.RUBRIC ? levels(line) : List.of(),
                id(line.text("curveId"), path + "curveId"),
                percent(line.text("objectiveCap"), path + "objectiveCap"),
                line.scope() == ObjectiveScope.COMPANY
                        ? id(line.text("companyObjectiveId"), path + "companyObjectiveId")
                        : null,
                line.supports().stream()
                        .map(id -> id(id, path + "supports"))
                        .filter(java.util.Objects::nonNull)
                        .toList(),
                null);
    }

    /** A metric brings its unit along. */
    private String unit(LineForm line) {
        PlanChoices.Followed metric = line.text("metricId").isBlank() ? null : choices.metric(line.text("metricId"));
        return metric != null && line.text("unit").isBlank()
                ? metric.unit()
                : line.text("unit").strip();
    }

    private PlanChoices.@Nullable Followed metric(LineForm line, String path) {
        String typed = line.text("metricId");
        if (typed.isBlank()) {
            return null;
        }
        PlanChoices.Followed found = choices.metric(typed);
        if (found == null) {
            problems.add(GeneralProblem.INVALID
                    .saying("There is no metric “%s” that all who read the plan may see.".formatted(typed.strip()))
                    .at(path + "metricId"));
        }
        return found;
    }

    private void supported(LineForm line, String path) {
        if (!line.text("support").isBlank()) {
            problems.add(GeneralProblem.INVALID
                    .saying("There is no running objective called “%s” that you may see."
                            .formatted(line.text("support").strip()))
                    .at(path + "support"));
        }
    }

    private List<Milestone> milestones(LineForm line, String path) {
        List<Milestone> milestones = new ArrayList<>();
        for (int i = 0; i < line.milestones(); i++) {
            String row = "milestones[" + i + "].";
            BigDecimal weight = number(line.text(row + "weight"), "", path + row + "weight");
            milestones.add(new Milestone(
                    line.text(row + "name").strip(),
                    weight == null ? BigDecimal.ONE : weight,
                    BigDecimal.ZERO,
                    day(line.text(row + "dueOn"), path + row + "dueOn")));
        }
        return milestones;
    }

    private static List<Level> levels(LineForm line) {
        return line.levels().stream()
                .map(level -> new Level(
                        level.name(),
                        level.score(),
                        level.text() == null || level.text().isBlank()
                                ? null
                                : level.text().strip()))
                .toList();
    }

    private @Nullable BigDecimal number(String typed, String unit, String field) {
        return typed.isBlank() ? null : ValuesForm.read(typed, unit, field, problems);
    }

    /** Typed as 150 or 150 %, kept as 1.5. */
    private @Nullable BigDecimal percent(String typed, String field) {
        BigDecimal read = number(typed, "%", field);
        if (read == null) {
            return null;
        }
        if (read.signum() < 0 || read.compareTo(MOST_PERCENT) > 0) {
            problems.add(NumberProblem.OUT_OF_RANGE
                    .saying("From 0 to 1,000 percent.")
                    .at(field));
            return null;
        }
        return read.movePointLeft(2);
    }

    private @Nullable LocalDate day(String typed, String field) {
        try {
            return typed.isBlank() ? null : LocalDate.parse(typed.strip());
        } catch (DateTimeParseException unreadable) {
            problems.add(
                    GeneralProblem.INVALID.saying("A day such as 2026-09-30.").at(field));
            return null;
        }
    }

    private @Nullable UUID id(String typed, String field) {
        try {
            return typed.isBlank() ? null : UUID.fromString(typed.strip());
        } catch (IllegalArgumentException forged) {
            problems.add(GeneralProblem.INVALID.at(field));
            return null;
        }
    }
}
