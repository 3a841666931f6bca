package io.cairn.framework.okr;

import io.cairn.goal.Ambition;
import io.cairn.goal.Figures;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.GoalState;
import io.cairn.goal.Grade;
import io.cairn.goal.Horizon;
import io.cairn.goal.MeasureFigures;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.MeasureState;
import io.cairn.goal.MeasureTerms;
import io.cairn.goal.Nature;
import io.cairn.goal.NoDataPolicy;
import io.cairn.goal.ProgressMode;
import io.cairn.goal.Reading;
import io.cairn.kernel.Comparator;
import io.cairn.template.Filled;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Two objectives of the seeds in the middle of the third quarter (frameworks 6.2, D-OKR-1 and D-OKR-3). */
final class PlanningSample {
    private static final LocalDate STARTS = LocalDate.of(2026, 7, 1);
    private static final LocalDate ENDS = LocalDate.of(2026, 9, 30);
    private static final LocalDate AS_OF = LocalDate.of(2026, 8, 15);
    private static final int WEEKLY = 7;
    private static final int DECIMALS = 18;
    private static final UUID NONE = new UUID(0, 0);

    private PlanningSample() {}

    /** @param values of the weeks from the first on; the last is the current one */
    private record Result(
            String title,
            String unit,
            String baseline,
            Comparator comparator,
            String target,
            int confidence,
            String notes,
            String... values) {
        BigDecimal current() {
            return new BigDecimal(values[values.length - 1]);
        }

        MeasureTerms terms() {
            return MeasureTerms.from(new BigDecimal(baseline), comparator, new BigDecimal(target));
        }

        MeasureState state() {
            return new MeasureState(NONE, title, terms(), Reading.ofValue(current()), false, AS_OF, confidence, null);
        }
    }

    private record Objective(
            String title, String why, String team, String owner, String alignedTo, List<Result> results) {
        Figures figures() {
            return Figures.of(
                    new GoalState(
                            STARTS,
                            ENDS,
                            STARTS,
                            null,
                            WEEKLY,
                            ProgressMode.KR_ONLY,
                            NoDataPolicy.ZERO,
                            null,
                            results.stream().map(Result::state).toList(),
                            List.of()),
                    AS_OF);
        }
    }

    private static final List<Objective> OBJECTIVES = List.of(
            new Objective(
                    "Improve revenue retention across key accounts this quarter",
                    "Renewals carry the year; losing a key account costs more than winning two new ones.",
                    "Customer Success",
                    "Noah",
                    "Annual revenue",
                    List.of(
                            new Result(
                                    "Raise the renewal rate from 88 % to 92 %",
                                    "%",
                                    "88",
                                    Comparator.GE,
                                    "92",
                                    8,
                                    "",
                                    "88.2",
                                    "88.6",
                                    "88.9",
                                    "89.2",
                                    "89.5",
                                    "89.8",
                                    "90"),
                            new Result(
                                    "Raise cross-sell penetration by 10 %",
                                    "%",
                                    "40",
                                    Comparator.GE,
                                    "44",
                                    6,
                                    "The bundle offer starts in September.",
                                    "40",
                                    "40.2",
                                    "40.5",
                                    "40.9",
                                    "41.2",
                                    "41.4",
                                    "41.6"),
                            new Result(
                                    "Shorten the time to escalation by 20 %",
                                    "h",
                                    "30",
                                    Comparator.LE,
                                    "24",
                                    5,
                                    "Two escalations without an owner.",
                                    "30",
                                    "29.8",
                                    "29.5",
                                    "29",
                                    "28.6",
                                    "28.3",
                                    "28"))),
            new Objective(
                    "Improve customer satisfaction in Q3",
                    "Customers who are answered quickly stay and tell others.",
                    "Support",
                    "Omar",
                    "Annual revenue",
                    List.of(
                            new Result(
                                    "Raise NPS from 55 to 70",
                                    "",
                                    "55",
                                    Comparator.GE,
                                    "70",
                                    7,
                                    "",
                                    "55",
                                    "56",
                                    "57",
                                    "58",
                                    "59",
                                    "60",
                                    "61"),
                            new Result(
                                    "Resolve tickets in less than 12 hours",
                                    "h",
                                    "20",
                                    Comparator.LT,
                                    "12",
                                    8,
                                    "",
                                    "20",
                                    "19.2",
                                    "18.5",
                                    "17.8",
                                    "17",
                                    "16.4",
                                    "16"))));

    static Filled filled() {
        TemplateForm form = PlanningForm.form();
        List<SheetRow> objectives = new ArrayList<>();
        List<SheetRow> results = new ArrayList<>();
        for (Objective objective : OBJECTIVES) {
            String number = "O" + (objectives.size() + 1);
            Figures figures = objective.figures();
            objectives.add(row(number, objective, figures));
            for (int i = 0; i < objective.results().size(); i++) {
                results.add(row(
                        number,
                        objective,
                        objective.results().get(i),
                        figures.measures().get(i)));
            }
        }
        SheetRow cycle = SheetRow.row()
                .with("cycle", "Q3 2026")
                .with("startsOn", STARTS)
                .with("endsOn", ENDS)
                .with("asOf", AS_OF)
                .done();
        return new Filled(
                form,
                Variant.SAMPLE,
                "Q3 2026",
                "",
                "",
                List.of(
                        SheetRows.of(form.sheet(PlanningForm.CYCLE), List.of(cycle)),
                        SheetRows.of(form.sheet(PlanningForm.OBJECTIVES), objectives),
                        SheetRows.of(form.sheet(PlanningForm.KEY_RESULTS), results)));
    }

    private static SheetRow row(String number, Objective objective, Figures figures) {
        return SheetRow.row()
                .with("number", number)
                .with("title", objective.title())
                .with("why", objective.why())
                .with("level", GoalLevel.TEAM)
                .with("team", objective.team())
                .with("owner", objective.owner())
                .with("horizon", Horizon.TACTICAL)
                .with("ambition", Ambition.ASPIRATIONAL)
                .with("alignedTo", objective.alignedTo())
                .with("progress", figures.progress())
                .with("expected", figures.expected())
                .with("health", figures.health())
                .with("grade", figures.suggestedGrade())
                .with("state", "Active")
                .done();
    }

    private static SheetRow row(String number, Objective objective, Result result, MeasureFigures figures) {
        SheetRow.Making row = SheetRow.row()
                .with("objective", number)
                .with("title", result.title())
                .with("nature", Nature.VALUE)
                .with("kind", result.comparator().falls() ? MeasureKind.DECREASE : MeasureKind.INCREASE)
                .with("unit", result.unit())
                .with("baseline", new BigDecimal(result.baseline()))
                .with("comparator", result.comparator())
                .with("target", new BigDecimal(result.target()))
                .with("weight", 1)
                .with(
                        "share",
                        BigDecimal.ONE.divide(
                                BigDecimal.valueOf(objective.results().size()), DECIMALS, RoundingMode.HALF_EVEN))
                .with("current", result.current())
                .with("progress", figures.progress())
                .with("expected", figures.expected())
                .with("confidence", result.confidence())
                .with("achieved", figures.achieved() ? "YES" : "NO")
                .with("health", figures.health())
                .with("grade", figures.progress() == null ? null : Grade.of(figures.progress(), figures.achieved()))
                .with("notes", result.notes());
        for (int week = 0; week < result.values().length; week++) {
            row.with("w" + (week + 1), new BigDecimal(result.values()[week]));
        }
        return row.done();
    }
}
