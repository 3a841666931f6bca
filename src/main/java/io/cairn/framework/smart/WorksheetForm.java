package io.cairn.framework.smart;

import static io.cairn.template.Column.choice;
import static io.cairn.template.Column.day;
import static io.cairn.template.Column.number;
import static io.cairn.template.Column.percent;
import static io.cairn.template.Column.reference;
import static io.cairn.template.Column.text;

import io.cairn.template.Column;
import io.cairn.template.Column.Choice;
import io.cairn.template.Column.Mark;
import io.cairn.template.Column.Tone;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetForm.Paper;
import io.cairn.template.TemplateForm;
import java.util.List;

/** The SMART worksheet: a goal in each row, the answer to each letter and how it came out (frameworks 2.4). */
final class WorksheetForm {
    static final String KEY = "smart-worksheet";
    static final String GOALS = "goals";
    private static final int VERSION = 1;
    private static final List<Choice> RESULTS = List.of(
            new Choice("PASS", "Yes"),
            new Choice("PARTIAL", "Partly"),
            new Choice("FAIL", "Not yet"),
            new Choice("NA", "Not asked"));

    private WorksheetForm() {}

    static TemplateForm form() {
        return new TemplateForm(
                KEY,
                "SMART worksheet",
                "smart",
                VERSION,
                "A goal that is specific, measurable, achievable, relevant and time-bound, letter by letter.",
                List.of(goals()));
    }

    private static SheetForm goals() {
        return new SheetForm(
                GOALS,
                "Goals",
                "Answer each letter in a sentence, and say whether it holds; the score counts those that do.",
                List.of(
                        text("title", "Goal", 40).mustBeGiven(),
                        text("specific", "S: who does what, where?", 34),
                        result("s", "S"),
                        text("measurable", "M: how much, how will everybody know?", 34),
                        result("m", "M"),
                        text("achievable", "A: can it be done?", 34),
                        result("a", "A"),
                        text("relevant", "R: is it worth it now?", 34),
                        result("r", "R"),
                        text("timeBound", "T: by when?", 34),
                        result("t", "T"),
                        number("score", "Score of 5")
                                .computed(
                                        "IF({title}=\"\",\"\",COUNTIF({s},\"Yes\")+COUNTIF({m},\"Yes\")+COUNTIF({a},\"Yes\")"
                                                + "+COUNTIF({r},\"Yes\")+COUNTIF({t},\"Yes\"))")
                                .marked(
                                        new Mark(Tone.GOOD, "AND(ISNUMBER({score}),{score}=5)"),
                                        new Mark(Tone.CAUTION, "AND(ISNUMBER({score}),{score}>=3)"),
                                        new Mark(Tone.BAD, "ISNUMBER({score})")),
                        reference("owner", "Owner", 16),
                        text("measure", "Measure", 24),
                        text("unit", "Unit", 8),
                        number("baseline", "Baseline"),
                        number("target", "Target"),
                        number("current", "Current"),
                        percent("progress", "Progress").computed(PROGRESS),
                        day("dueOn", "Due"),
                        text("obstacles", "Obstacles", 30),
                        text("firstStep", "First step", 30),
                        day("reviewOn", "Review"),
                        text("state", "Status", 12).onlyShown(),
                        Column.id(),
                        Column.version()),
                6,
                true,
                Paper.form(
                        "title",
                        "specific",
                        "measurable",
                        "achievable",
                        "relevant",
                        "timeBound",
                        "score",
                        "owner",
                        "baseline",
                        "target",
                        "dueOn",
                        "obstacles",
                        "firstStep",
                        "reviewOn"));
    }

    private static Column result(String key, String letter) {
        return choice(key, letter + " holds", RESULTS)
                .onlyShown()
                .marked(
                        new Mark(Tone.GOOD, "{" + key + "}=\"Yes\""),
                        new Mark(Tone.CAUTION, "{" + key + "}=\"Partly\""),
                        new Mark(Tone.BAD, "{" + key + "}=\"Not yet\""));
    }

    private static final String PROGRESS =
            "IF(OR({current}=\"\",{baseline}=\"\",{target}=\"\",{baseline}={target}),\"\","
                    + "MAX(0,MIN(1,ROUND(({current}-{baseline})/({target}-{baseline}),12))))";
}
