package io.cairn.goal.web;

import io.cairn.goal.Counting;
import io.cairn.goal.Level;
import io.cairn.goal.MaintainMode;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.MetricChoices;
import io.cairn.goal.Milestone;
import io.cairn.goal.PlanPoint;
import io.cairn.goal.Profile;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what was typed of one key result; what cannot be read becomes a problem at its field. */
final class KeyResultReading {
    private final KeyResultForm form;
    private final String path;
    private final Map<String, UUID> people;
    private final FollowedChoices metrics;
    private final List<Problem> problems;

    /** @param people those who were named, by what was typed in lower case */
    KeyResultReading(
            KeyResultForm form, int place, Map<String, UUID> people, FollowedChoices metrics, List<Problem> problems) {
        this.form = form;
        this.path = "measures[" + place + "].";
        this.people = people;
        this.metrics = metrics;
        this.problems = problems;
    }

    MeasureContent content() {
        MeasureKind kind = form.kind();
        BigDecimal baseline = kind.directional() ? number("baseline", unit()) : null;
        Target target = kind.directional() || kind == MeasureKind.MAINTAIN ? target(baseline) : Target.NONE;
        return new MeasureContent(
                form.text("name").strip(),
                kind,
                form.nature(),
                hasUnit() ? unit() : "",
                baseline,
                target.value(),
                target.share(),
                form.comparator(),
                form.isBand() ? number("low", unit()) : null,
                form.isBand() ? number("high", unit()) : null,
                kind == MeasureKind.RANGE ? number("floor", unit()) : null,
                kind == MeasureKind.RANGE && !form.isOpenAbove() ? number("ceiling", unit()) : null,
                form.isBand() && form.isOpenAbove(),
                kind == MeasureKind.MAINTAIN ? form.mode() : null,
                kind == MeasureKind.MAINTAIN && form.mode() == MaintainMode.HIT_RATE ? whole("expectedCheckIns") : null,
                kind.directional() ? form.counting() : Counting.TOTAL,
                form.profile(),
                form.profile() == Profile.PLAN ? planPoints() : List.of(),
                kind == MeasureKind.MILESTONE ? milestones() : List.of(),
                kind == MeasureKind.RUBRIC ? levels() : List.of(),
                weight("weight"),
                day("dueOn"),
                person("ownerId"),
                form.text("evidenceUrl").isBlank()
                        ? null
                        : form.text("evidenceUrl").strip(),
                form.follows() ? metric() : null);
    }

    private @Nullable UUID metric() {
        String typed = form.text("metricId").strip();
        if (typed.isEmpty()) {
            return null;
        }
        MetricChoices.Choice known = metrics.find(typed);
        if (known == null) {
            problems.add(GeneralProblem.INVALID
                    .saying("There is no KPI called “%s” that is open to everybody.".formatted(typed))
                    .at(path + "metricId"));
        }
        return known == null ? null : known.id();
    }

    private boolean hasUnit() {
        return form.kind().directional() || form.kind() == MeasureKind.MAINTAIN || form.kind() == MeasureKind.RANGE;
    }

    private String unit() {
        MetricChoices.Choice followed = form.follows() ? metrics.find(form.text("metricId")) : null;
        return followed == null ? form.text("unit").strip() : followed.unit();
    }

    /** Either a value or a share of the baseline. */
    private record Target(
            @Nullable BigDecimal value, @Nullable BigDecimal share) {
        static final Target NONE = new Target(null, null);
    }

    private Target target(@Nullable BigDecimal baseline) {
        if (form.isBand() || form.text("target").isBlank()) {
            return Target.NONE;
        }
        if (!form.kind().directional()) {
            return new Target(number("target", unit()), null);
        }
        boolean percent = form.text("target").strip().endsWith("%") && !form.isPercent();
        if (form.follows()) {
            return new Target(number("target", unit()), null);
        }
        return switch (percent ? KeyResultForm.Meaning.RELATIVE : form.meaning()) {
            case VALUE -> new Target(number("target", unit()), null);
            case RELATIVE -> relative();
            case POINTS -> points(baseline);
        };
    }

    private Target relative() {
        BigDecimal percent = number("target", "%");
        return percent == null
                ? Target.NONE
                : new Target(null, io.cairn.kernel.Display.plain(percent.movePointLeft(2)));
    }

    private Target points(@Nullable BigDecimal baseline) {
        if (!form.isPercent()) {
            problems.add(NumberProblem.WRONG_UNIT
                    .saying("Percentage points need the unit %.")
                    .at(path + "target"));
            return Target.NONE;
        }
        BigDecimal points = number("target", "%");
        if (points == null || baseline == null) {
            return Target.NONE;
        }
        BigDecimal change = points.abs();
        return new Target(form.kind() == MeasureKind.DECREASE ? baseline.subtract(change) : baseline.add(change), null);
    }

    private List<Milestone> milestones() {
        List<Milestone> named = new ArrayList<>();
        for (int i = 0; i < form.milestoneRows(); i++) {
            String at = "milestones[" + i + "].";
            String name = form.text(at + "name").strip();
            if (!name.isEmpty()) {
                named.add(new Milestone(name, weight(at + "weight"), done(name), day(at + "dueOn")));
            }
        }
        return named;
    }

    /** The points that were typed in full; one of which only half was typed is a problem. */
    private List<PlanPoint> planPoints() {
        List<PlanPoint> points = new ArrayList<>();
        for (int i = 0; i < form.planRows(); i++) {
            String at = "planPoints[" + i + "].";
            int before = problems.size();
            LocalDate on = day(at + "on");
            BigDecimal value = number(at + "value", unit());
            boolean read = problems.size() == before;
            if (on != null && value != null) {
                points.add(new PlanPoint(on, value));
            } else if (read && (on != null || value != null)) {
                problems.add(GeneralProblem.REQUIRED.at(path + at + (on == null ? "on" : "value")));
            }
        }
        return points;
    }

    private BigDecimal done(String name) {
        Measure stored = form.stored();
        return stored == null
                ? BigDecimal.ZERO
                : stored.milestones().stream()
                        .filter(milestone -> milestone.name().equals(name))
                        .map(Milestone::done)
                        .findFirst()
                        .orElse(BigDecimal.ZERO);
    }

    private List<Level> levels() {
        List<Level> levels = new ArrayList<>();
        for (int i = 0; i < form.levels().size(); i++) {
            Level level = form.levels().get(i);
            String text = form.text("levels[" + i + "].text").strip();
            levels.add(new Level(level.name(), level.score(), text.isEmpty() ? null : text));
        }
        return levels;
    }

    private @Nullable BigDecimal number(String field, String unit) {
        String typed = form.text(field);
        if (typed.isBlank()) {
            return null;
        }
        TypedNumber read = TypedNumber.parse(typed, unit);
        if (read.problem() != null) {
            problems.add(read.problem().at(path + field));
        }
        return read.value();
    }

    private BigDecimal weight(String field) {
        BigDecimal weight = number(field, "");
        return weight == null ? BigDecimal.ONE : weight;
    }

    private @Nullable Integer whole(String field) {
        String typed = form.text(field).strip();
        if (typed.isEmpty()) {
            return null;
        }
        if (!typed.matches("\\d{1,4}")) {
            problems.add(GeneralProblem.INVALID.saying("Use a whole number.").at(path + field));
            return null;
        }
        return Integer.valueOf(typed);
    }

    private @Nullable LocalDate day(String field) {
        String typed = form.text(field).strip();
        if (typed.isEmpty()) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException unreadable) {
            problems.add(GeneralProblem.INVALID
                    .saying("Write the day as 2026-09-30.")
                    .at(path + field));
            return null;
        }
    }

    private @Nullable UUID person(String field) {
        String typed = form.text(field).strip();
        if (typed.isEmpty()) {
            return null;
        }
        UUID known = people.get(typed.toLowerCase(Locale.ROOT));
        if (known == null) {
            problems.add(GoalEditorForm.unknown(typed).at(path + field));
        }
        return known;
    }
}
