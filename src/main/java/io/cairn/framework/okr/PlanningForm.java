package io.cairn.framework.okr;

import static io.cairn.template.Column.choice;
import static io.cairn.template.Column.day;
import static io.cairn.template.Column.number;
import static io.cairn.template.Column.percent;
import static io.cairn.template.Column.reference;
import static io.cairn.template.Column.text;
import static io.cairn.template.Column.words;

import io.cairn.goal.Ambition;
import io.cairn.goal.GoalLevel;
import io.cairn.goal.Health;
import io.cairn.goal.Horizon;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Nature;
import io.cairn.kernel.Comparator;
import io.cairn.template.Column;
import io.cairn.template.Column.Choice;
import io.cairn.template.Column.Mark;
import io.cairn.template.Column.Tone;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.TemplateForm;
import java.util.ArrayList;
import java.util.List;

/** The OKR planning sheet: a cycle, its objectives, their key results with thirteen weeks of values (frameworks 2.1). */
public final class PlanningForm {
    public static final String KEY = "okr-planning-sheet";
    public static final String CYCLE = "cycle";
    public static final String OBJECTIVES = "objectives";
    public static final String KEY_RESULTS = "keyResults";

    /** How many weeks have a column: those of a quarter. */
    public static final int WEEKS = 13;

    private static final int VERSION = 1;

    private PlanningForm() {}

    public static TemplateForm form() {
        return new TemplateForm(
                KEY,
                "OKR planning sheet",
                "okr",
                VERSION,
                "Objectives and key results of a cycle, with their progress week by week.",
                List.of(cycle(), objectives(), keyResults()));
    }

    private static SheetForm cycle() {
        return new SheetForm(
                CYCLE,
                "Cycle",
                "Expected progress and health are those of the day in “As of”.",
                List.of(
                        reference("cycle", "Cycle", 18).mustBeGiven(),
                        day("startsOn", "Starts").onlyShown(),
                        day("endsOn", "Ends").onlyShown(),
                        day("asOf", "As of").onlyShown()),
                1,
                false,
                Paper.NONE);
    }

    private static SheetForm objectives() {
        return new SheetForm(
                OBJECTIVES,
                "Objectives",
                "What is to change, in words; give each a number and name it beside its key results.",
                List.of(
                        text("number", "Objective no.", 14).mustBeGiven(),
                        text("title", "Objective", 44).mustBeGiven(),
                        text("why", "Why", 36),
                        choice("level", "Level", words(GoalLevel.values(), GoalLevel::label)),
                        reference("team", "Team", 20).mustBeGiven(),
                        reference("owner", "Owner", 14),
                        choice("horizon", "Horizon", words(Horizon.values(), Horizon::label)),
                        choice("ambition", "Ambition", words(Ambition.values(), Ambition::label)),
                        reference("alignedTo", "Aligned to", 30),
                        percent("progress", "Progress").computed(ofKeyResults("progress")),
                        percent("expected", "Expected").computed(ofKeyResults("expected")),
                        choice("health", "Health", words(Health.values(), Health::label))
                                .computed(WORST)
                                .marked(healthMarks()),
                        number("grade", "Grade").computed(grade(ALL_ACHIEVED)),
                        text("state", "State", 10).onlyShown(),
                        Column.id(),
                        Column.version()),
                5,
                true,
                Paper.table(5, "number", "title", "why", "team", "owner", "progress", "health"));
    }

    private static SheetForm keyResults() {
        List<Column> columns = new ArrayList<>(List.of(
                reference("objective", "Objective no.", 14)
                        .refersTo("objectives.number")
                        .mustBeGiven(),
                text("title", "Key result", 44).mustBeGiven(),
                choice("nature", "Nature", words(Nature.values(), Nature::label)),
                choice("kind", "Measure", words(MeasureKind.values(), MeasureKind::label)),
                text("unit", "Unit", 8),
                number("baseline", "Baseline"),
                choice("comparator", "Operator", words(Comparator.values(), Comparator::label)),
                number("target", "Target"),
                number("weight", "Weight").mustBeGiven(),
                percent("share", "Weight %")
                        .computed("IF(OR({objective}=\"\",{weight}=\"\"),\"\",IF(" + SUM_OF_WEIGHTS
                                + "=0,\"\",{weight}/" + SUM_OF_WEIGHTS + "))")));
        for (int week = 1; week <= WEEKS; week++) {
            columns.add(Column.of("w" + week, "W" + week, Column.Kind.NUMBER, 9));
        }
        columns.addAll(List.of(
                number("current", "Current").computed(CURRENT),
                percent("progress", "Progress").computed(PROGRESS),
                percent("expected", "Expected").computed(EXPECTED),
                number("confidence", "Confidence"),
                choice("achieved", "Achieved", List.of(new Choice("YES", "Yes"), new Choice("NO", "No")))
                        .computed(ACHIEVED),
                choice("health", "Health", words(Health.values(), Health::label))
                        .computed(HEALTH)
                        .marked(healthMarks()),
                number("grade", "Grade").computed(grade("{achieved}=\"Yes\"")),
                text("notes", "Notes", 36),
                Column.id(),
                Column.version()));
        return new SheetForm(
                KEY_RESULTS,
                "Key results",
                "Type the value of each week; what is current, progress, health and grade follow. A weight of 1 each counts all alike.",
                columns,
                12,
                true,
                Paper.table(
                        12,
                        "objective",
                        "title",
                        "unit",
                        "baseline",
                        "target",
                        "current",
                        "progress",
                        "confidence",
                        "health"));
    }

    private static Mark[] healthMarks() {
        return new Mark[] {
            new Mark(Tone.GOOD, "{health}=\"" + Health.ON_TRACK.label() + "\""),
            new Mark(Tone.CAUTION, "{health}=\"" + Health.AT_RISK.label() + "\""),
            new Mark(Tone.BAD, "{health}=\"" + Health.OFF_TRACK.label() + "\"")
        };
    }

    private static final String SUM_OF_WEIGHTS = "SUMIF({objective*},{objective},{weight*})";
    private static final String FIRST = "{w1}:{w" + WEEKS + "}";

    /** The last value that was typed. */
    private static final String CURRENT =
            "IF(COUNT(" + FIRST + ")=0,\"\",INDEX(" + FIRST + ",1,MATCH(1E+99," + FIRST + ",1)))";

    private static final String IN_STEPS = "OR({kind}=\"" + MeasureKind.MILESTONE.label() + "\",{kind}=\""
            + MeasureKind.BOOLEAN.label() + "\",{kind}=\"" + MeasureKind.RUBRIC.label() + "\")";

    private static final String PROGRESS = "IF({current}=\"\",\"\",IF(" + IN_STEPS + ",MAX(0,MIN(1,{current})),"
            + "IF(OR({baseline}=\"\",{target}=\"\",{baseline}={target}),\"\","
            + "MAX(0,MIN(1,ROUND(({current}-{baseline})/({target}-{baseline}),12))))))";

    private static final String DAYS = "({cycle.endsOn!}-{cycle.startsOn!}+1)";
    private static final String GONE = "({cycle.asOf!}-{cycle.startsOn!}+1)";
    private static final String NO_DAYS =
            "OR({title}=\"\",{cycle.startsOn!}=\"\",{cycle.endsOn!}=\"\",{cycle.asOf!}=\"\")";

    /** Evenly over the days, and all at once for what is done in steps. */
    private static final String EXPECTED = "IF(" + NO_DAYS + ",\"\",IF(" + IN_STEPS
            + ",IF({cycle.asOf!}>={cycle.endsOn!},1,0),ROUND(MAX(0,MIN(1," + GONE + "/" + DAYS + ")),12)))";

    private static final String ACHIEVED = "IF({progress}=\"\",\"\",IF(" + IN_STEPS
            + ",IF({progress}>=1,\"Yes\",\"No\"),IF(OR("
            + holds(Comparator.GE, ">=") + "," + holds(Comparator.GT, ">") + "," + holds(Comparator.LE, "<=") + ","
            + holds(Comparator.LT, "<") + "," + holds(Comparator.EQ, "=")
            + ",AND({comparator}=\"\",{target}>{baseline},{current}>={target})"
            + ",AND({comparator}=\"\",{target}<{baseline},{current}<={target})),\"Yes\",\"No\")))";

    private static String holds(Comparator comparator, String sign) {
        return "AND({comparator}=\"" + comparator.label() + "\",{current}" + sign + "{target})";
    }

    private static String names(String level) {
        return "CHOOSE(" + level + ",\"" + Health.ON_TRACK.label() + "\",\"" + Health.AT_RISK.label() + "\",\""
                + Health.OFF_TRACK.label() + "\")";
    }

    /** 1 on track, 2 at risk, 3 off track, by the thresholds of frameworks 1.7. */
    private static final String PACE = "IF({cycle.asOf!}>{cycle.endsOn!},3,IF({expected}=0,"
            + "IF(({current}-{baseline})*({target}-{baseline})<0,2,1),"
            + "IF(ROUND({progress}-0.95*{expected},9)>=0,1,IF(ROUND({progress}-0.75*{expected},9)>=0,2,"
            + "IF(" + GONE + "*10<" + DAYS + ",2,3)))))";

    private static final String CONFIDENCE = "IF({confidence}=\"\",1,IF({confidence}>=8,1,IF({confidence}>=4,2,3)))";

    private static final String HEALTH = "IF(OR({progress}=\"\",{expected}=\"\"),\"\",IF({achieved}=\"Yes\",\""
            + Health.ON_TRACK.label() + "\"," + names("MAX(" + PACE + "," + CONFIDENCE + ")") + "))";

    /** 1.0 is kept for what is achieved (frameworks 1.9). */
    private static String grade(String achieved) {
        return "IF({progress}=\"\",\"\",IF(" + achieved + ",1,MIN(0.9,ROUND({progress},1))))";
    }

    private static final String ALL_ACHIEVED =
            "COUNTIFS({keyResults.objective*},{number},{keyResults.weight*},\">0\",{keyResults.achieved*},\"<>Yes\")=0";

    private static final String WEIGHTS = "SUMIF({keyResults.objective*},{number},{keyResults.weight*})";

    /** The weighted mean; what has no value yet counts as nothing. */
    private static String ofKeyResults(String column) {
        return "IF({number}=\"\",\"\",IF(" + WEIGHTS + "=0,\"\",SUMPRODUCT(--({keyResults.objective*}={number}),"
                + "{keyResults.weight*},{keyResults." + column + "*})/" + WEIGHTS + "))";
    }

    private static String counted(Health health) {
        return "COUNTIFS({keyResults.objective*},{number},{keyResults.weight*},\">0\",{keyResults.health*},\""
                + health.label() + "\")>0";
    }

    private static final String WORST = "IF({number}=\"\",\"\",IF(" + counted(Health.OFF_TRACK) + ",\""
            + Health.OFF_TRACK.label() + "\",IF(" + counted(Health.AT_RISK) + ",\"" + Health.AT_RISK.label() + "\",IF("
            + counted(Health.ON_TRACK) + ",\"" + Health.ON_TRACK.label() + "\",\"\"))))";
}
