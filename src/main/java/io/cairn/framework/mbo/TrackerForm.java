package io.cairn.framework.mbo;

import static io.cairn.template.Column.choice;
import static io.cairn.template.Column.day;
import static io.cairn.template.Column.money;
import static io.cairn.template.Column.number;
import static io.cairn.template.Column.percent;
import static io.cairn.template.Column.reference;
import static io.cairn.template.Column.text;
import static io.cairn.template.Column.words;

import io.cairn.incentive.AttainmentBasis;
import io.cairn.template.Column;
import io.cairn.template.Column.Choice;
import io.cairn.template.Column.Mark;
import io.cairn.template.Column.Tone;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.TemplateForm;
import java.util.List;

/** The MBO tracker's sheets: the plan, its objectives with weights and payout, the payout curve, the accelerators (frameworks 2.3). */
final class TrackerForm {
    static final String KEY = "mbo-tracker";
    static final String PLAN = "plan";
    static final String OBJECTIVES = "objectives";
    static final String CURVE = "curve";
    static final String ACCELERATORS = "accelerators";
    private static final int VERSION = 2;

    private TrackerForm() {}

    static TemplateForm form() {
        return new TemplateForm(
                KEY,
                "MBO tracker",
                "mbo",
                VERSION,
                "What one person is accountable for in a period, by weight, and what it pays.",
                List.of(plan(), objectives(), curve(), accelerators()));
    }

    private static SheetForm plan() {
        return new SheetForm(
                PLAN,
                "Plan",
                "One plan of one employee. Type in the white cells; grey ones work themselves out.",
                List.of(
                        reference("employee", "Employee", 18).mustBeGiven(),
                        reference("manager", "Manager", 18).onlyShown(),
                        text("role", "Role", 22).onlyShown(),
                        choice("period", "Period", words(PlanPeriod.values(), PlanPeriod::label))
                                .mustBeGiven(),
                        day("startsOn", "Starts").mustBeGiven(),
                        day("endsOn", "Ends"),
                        money("targetBonus", "Target bonus").onlyShown(),
                        percent("planCap", "Plan cap"),
                        percent("modifier", "Modifier"),
                        choice("capBeforeModifier", "Cap before modifier", yesOrNo()),
                        percent("gate", "Gate leaves").onlyShown(),
                        choice("stepped", "Curve in steps", yesOrNo()).onlyShown(),
                        number("decimals", "Decimals").onlyShown(),
                        percent("weights", "Weights")
                                .computed("SUM({objectives.weight*})")
                                .marked(
                                        new Mark(Tone.GOOD, "ROUND({weights},4)=1"),
                                        new Mark(Tone.BAD, "ROUND({weights},4)<>1")),
                        percent("factor", "Factor").computed(gate("{gate}") + "*SUM({objectives.weighted*})"),
                        percent("applied", "Applied modifier").computed(APPLIED),
                        percent("paid", "Pays").computed(PAID),
                        percent("scale", "Cap leaves").computed(SCALE),
                        money("payout", "Payout").computed("SUM({objectives.payout*})"),
                        text("state", "Status", 22).onlyShown(),
                        Column.id(),
                        Column.version()),
                0,
                true,
                Paper.table(1, "employee", "manager", "role", "period", "targetBonus", "weights", "paid", "payout"));
    }

    /** A gate that nobody filled in is open. */
    private static String gate(String cell) {
        return "IF(%s=\"\",1,%s)".formatted(cell, cell);
    }

    /** With the accelerators that were reached. */
    private static final String APPLIED = "IF({modifier}=\"\",1,{modifier})"
            + "*IF(COUNT({accelerators.multiplies*})=0,1,PRODUCT({accelerators.multiplies*}))";

    private static final String CAP = "IF({planCap}=\"\",1E+9,{planCap})";
    private static final String PAID =
            "IF({capBeforeModifier}=\"Yes\",MIN(%s,{factor})*{applied},MIN(%s,{factor}*{applied}))".formatted(CAP, CAP);
    private static final String SCALE = "IF({factor}*{applied}=0,1,{paid}/({factor}*{applied}))";

    private static SheetForm objectives() {
        return new SheetForm(
                OBJECTIVES,
                "Objectives",
                "Weights total 100 %. The basis says how the attainment follows from the actual value.",
                List.of(
                        number("number", "No.").onlyShown(),
                        text("title", "Objective", 44).mustBeGiven(),
                        reference("supports", "Supports", 30),
                        choice("measurement", "Measurement", words(Measurement.values(), Measurement::label)),
                        choice("scope", "Scope", words(ObjectiveScope.values(), ObjectiveScope::label)),
                        choice("basis", "Basis", words(AttainmentBasis.values(), AttainmentBasis::label)),
                        text("unit", "Unit", 8),
                        number("baseline", "Baseline"),
                        number("threshold", "Threshold"),
                        number("target", "Target"),
                        number("maximum", "Maximum"),
                        number("actual", "Actual"),
                        percent("attainment", "Attainment")
                                .computed(attained("actual"))
                                .marked(reached()),
                        percent("weight", "Weight").mustBeGiven().totalled("SUM({weight*})"),
                        percent("cap", "Cap"),
                        percent("thresholdAt", "Threshold at").computed(limit("threshold")),
                        percent("maximumAt", "Maximum at").computed(limit("maximum")),
                        percent("factor", "Payout factor").computed(FACTOR).marked(pays()),
                        percent("weighted", "Weighted factor")
                                .computed("IF(OR({factor}=\"\",{weight}=\"\"),\"\",{weight}*{factor})")
                                .totalled("SUM({weighted*})"),
                        money("payout", "Payout").computed(PAYOUT).totalled("SUM({payout*})"),
                        text("employeeComment", "Employee comment", 30),
                        text("managerComment", "Manager comment", 30),
                        text("state", "Status", 14).onlyShown(),
                        Column.id(),
                        Column.version()),
                6,
                true,
                Paper.table(
                        7,
                        "number",
                        "title",
                        "baseline",
                        "target",
                        "actual",
                        "attainment",
                        "weight",
                        "factor",
                        "payout"));
    }

    private static Mark[] reached() {
        return new Mark[] {
            new Mark(Tone.GOOD, "AND(ISNUMBER({attainment}),{attainment}>=1)"),
            new Mark(Tone.CAUTION, "AND(ISNUMBER({attainment}),{attainment}>=0.8)"),
            new Mark(Tone.BAD, "ISNUMBER({attainment})")
        };
    }

    private static Mark[] pays() {
        return new Mark[] {
            new Mark(Tone.GOOD, "AND(ISNUMBER({factor}),{factor}>=1)"),
            new Mark(Tone.CAUTION, "AND(ISNUMBER({factor}),{factor}>0)"),
            new Mark(Tone.BAD, "ISNUMBER({factor})")
        };
    }

    private static SheetForm curve() {
        return new SheetForm(
                CURVE,
                "Curve",
                "What an attainment pays, from point to point; nothing below the first, no more above the last.",
                List.of(percent("attained", "Attainment"), percent("pays", "Pays")),
                4,
                false,
                Paper.NONE);
    }

    private static SheetForm accelerators() {
        return new SheetForm(
                ACCELERATORS,
                "Accelerators",
                "Each multiplies the modifier once its objective, or without a number the whole plan, is at least there. Try"
                        + " others here; they are changed on the plan's page.",
                List.of(
                        number("number", "No."),
                        text("waitsFor", "Waits for", 44).onlyShown(),
                        percent("atLeast", "At least"),
                        number("multiplier", "Multiplier"),
                        percent("attained", "Attained").computed(AWAITED),
                        number("multiplies", "Multiplies by").computed(MULTIPLIES)),
                3,
                false,
                Paper.NONE);
    }

    private static final String LINE = "INDEX({objectives.attainment*},MATCH({number},{objectives.number*},0))";

    /** What a pool gives has no attainment; of what nobody knows yet, nothing is attained. */
    private static final String AWAITED = "IF({atLeast}=\"\",\"\",IF({number}=\"\","
            + "ROUND(SUMPRODUCT({objectives.attainment*},{objectives.weight*},1*({objectives.scope*}<>\""
            + ObjectiveScope.DISCRETIONARY.label() + "\")),12),"
            + "IF(COUNTIF({objectives.number*},{number})=0,\"\",IF(ISNUMBER(" + LINE + ")," + LINE + ",0))))";

    private static final String MULTIPLIES =
            "IF(OR({attained}=\"\",{multiplier}=\"\"),\"\"," + "IF({attained}>={atLeast},{multiplier},1))";

    static List<Choice> yesOrNo() {
        return List.of(new Choice("YES", "Yes"), new Choice("NO", "No"));
    }

    private static String is(AttainmentBasis basis) {
        return "{basis}=\"" + basis.label() + "\"";
    }

    /** Attainment at the value of a column; twelve decimals take the noise of binary fractions away. */
    private static String attained(String column) {
        String value = "{" + column + "}";
        return "IF(OR({basis}=\"\"," + value + "=\"\"),\"\","
                + numeric(value)
                + "IF(" + is(AttainmentBasis.MILESTONE) + "," + value + "/100,"
                + "IF(" + is(AttainmentBasis.BOOLEAN) + ",IF(" + value + ">=1,1,0)," + value + "))))))";
    }

    /** A threshold or maximum as an attainment; what is judged has none. */
    private static String limit(String column) {
        String value = "{" + column + "}";
        return "IF(OR({basis}=\"\"," + value + "=\"\"),\"\"," + numeric(value) + "\"\"))))";
    }

    /** Three branches that are left open for the rest. */
    private static String numeric(String value) {
        return "IF(" + is(AttainmentBasis.BASELINE_TO_TARGET)
                + ",IF(OR({baseline}=\"\",{target}=\"\",{baseline}={target}),\"\",MAX(0,ROUND((" + value
                + "-{baseline})/({target}-{baseline}),12))),"
                + "IF(" + is(AttainmentBasis.RATIO_TO_TARGET)
                + ",IF(OR({target}=\"\",{target}=0),\"\",MAX(0,ROUND(" + value + "/{target},12))),"
                + "IF(" + is(AttainmentBasis.INVERSE_RATIO)
                + ",IF(OR({target}=\"\"," + value + "=0),\"\",MAX(0,ROUND({target}/" + value + ",12))),";
    }

    private static final String OWN = "IF({attainment}<1,"
            + "IF({thresholdAt}=\"\",0,IF({attainment}<{thresholdAt},0,"
            + "0.5+({attainment}-{thresholdAt})*0.5/(1-{thresholdAt}))),"
            + "IF({maximumAt}=\"\",1,IF({attainment}>={maximumAt},2,1+({attainment}-1)/({maximumAt}-1))))";

    private static final String POINT = "MATCH({attainment},{curve.attained*},1)";

    private static final String USUAL = "IF({attainment}<{curve.attained!},0,"
            + "IF(OR({plan.stepped!}=\"Yes\"," + POINT + "=COUNT({curve.attained*})),"
            + "INDEX({curve.pays*}," + POINT + "),"
            + "INDEX({curve.pays*}," + POINT + ")+({attainment}-INDEX({curve.attained*}," + POINT + "))"
            + "*(INDEX({curve.pays*}," + POINT + "+1)-INDEX({curve.pays*}," + POINT + "))"
            + "/(INDEX({curve.attained*}," + POINT + "+1)-INDEX({curve.attained*}," + POINT + "))))";

    /** By the line's own threshold and maximum where it has sensible ones, else by the curve; never more than its cap. */
    private static final String FACTOR = "IF({attainment}=\"\",\"\",MIN(IF({cap}=\"\",1E+9,{cap}),"
            + "IF(AND(COUNT({thresholdAt},{maximumAt})>0,OR({thresholdAt}=\"\",{thresholdAt}<1),"
            + "OR({maximumAt}=\"\",{maximumAt}>1))," + OWN + "," + USUAL + ")))";

    private static final String PAYOUT = "IF(OR({factor}=\"\",{weight}=\"\",{plan.targetBonus!}=\"\"),\"\","
            + "ROUND(ROUND({plan.targetBonus!}*{weighted}*" + gate("{plan.gate!}")
            + "*{plan.applied!}*{plan.scale!},8),{plan.decimals!}))";
}
