package io.cairn.framework;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the frameworks' words mean in this product, in the order in which one meets them. */
public final class Glossary {
    /** For words that every framework shares. */
    public static final String SHARED = "";

    private static final List<Entry> ALL = List.of(
            word(
                    "goal",
                    "Goal",
                    SHARED,
                    "What somebody sets out to reach, in whatever framework: an objective, a plan’s objective, a SMART goal."),
            word(
                    "owner",
                    "Owner",
                    SHARED,
                    "The team or person the goal belongs to. A team’s goal is everybody’s in it; its lead answers for it."),
            word(
                    "lead",
                    "Lead",
                    SHARED,
                    "The one person who answers for a goal, keeps it up to date and may change it."),
            word(
                    "cycle",
                    "Cycle",
                    SHARED,
                    "The time a goal is set for, such as a quarter inside its year. It opens for planning, runs, is scored and closed."),
            word(
                    "measure",
                    "Measure",
                    SHARED,
                    "What a goal is measured by: a baseline, a target and the way between them. Each framework has its own word for it."),
            word(
                    "check-in",
                    "Check-in",
                    SHARED,
                    "One entry of how far a measure has come, with a confidence and a note. Corrections are new entries; nothing is overwritten."),
            word(
                    "progress",
                    "Progress",
                    SHARED,
                    "The share of the way from baseline to target, between 0 and 100 %. 100 % is shown only once the target is met."),
            word("expected", "Expected today", SHARED, "How far a measure would be by now if all went to plan."),
            word(
                    "pace",
                    "Pace",
                    SHARED,
                    "Progress divided by what is expected today: on track from 0.95, at risk from 0.75, off track below."),
            word(
                    "confidence",
                    "Confidence",
                    SHARED,
                    "How sure the one who checks in is of reaching the target, from 0 to 10. 8 and more is on track, 3 and less off track."),
            word(
                    "health",
                    "Health",
                    SHARED,
                    "The worse of pace and confidence. A goal is as healthy as the weakest of its measures that count."),
            word(
                    "stale",
                    "Stale",
                    SHARED,
                    "Nobody has checked in for twice the rhythm that was agreed; health is then one step worse."),
            word(
                    "grade",
                    "Grade",
                    SHARED,
                    "Progress with one decimal, suggested at the end. Of an aspirational objective 0.7 is a good grade, a committed one is expected in full."),
            word(
                    "weight",
                    "Weight",
                    SHARED,
                    "How much one measure counts beside the others of its goal, or one objective beside the others of a plan."),
            word(
                    "audience",
                    "Who sees it",
                    SHARED,
                    "Each framework says who reads its goals. The database keeps to it for pages, the API, exports and search alike."),
            word(
                    "pay",
                    "Pay",
                    SHARED,
                    "Each framework says what its goals have to do with pay. A bonus line can only name a goal of a framework that pays; the database refuses any other."),
            word(
                    "okr",
                    "OKR",
                    "okr",
                    "An objective with its key results: where a team wants to go, and how everybody will know that it is getting there."),
            word(
                    "objective",
                    "Objective",
                    "okr",
                    "What a team wants to have changed by the end of a cycle, in words. Open to everybody and never tied to pay. A plan’s objectives are private and may pay; see Plan."),
            word(
                    "key-result",
                    "Key result",
                    "okr",
                    "A measure of an objective: a number to reach, to keep or to stay under, milestones, a level, or yes and no. An active objective has two to five."),
            word(
                    "initiative",
                    "Initiative",
                    "okr",
                    "Work that is meant to move a key result. It is listed, not counted: what is done is not what is reached."),
            word(
                    "ambition",
                    "Committed, aspirational",
                    "okr",
                    "A committed objective is expected in full; an aspirational one reaches so high that about 0.7 of it is good."),
            word(
                    "alignment",
                    "Alignment",
                    "okr",
                    "An objective contributes to others or supports them, in any direction; several parents are normal."),
            word("guardrail", "Guardrail", "okr", "A KPI that must not suffer while an objective is pursued."),
            word(
                    "kpi",
                    "KPI",
                    "kpi",
                    "A metric with a target that is watched without an end, to keep healthy what is healthy. It has one owner, and values period by period."),
            word(
                    "metric",
                    "Metric",
                    "kpi",
                    "One series of values, entered, loaded or computed once; KPIs, key results and plans all read the same."),
            word(
                    "status",
                    "Status",
                    "kpi",
                    "Green, amber or red: how the latest value stands to the target of its day."),
            word(
                    "signal",
                    "Signal",
                    "kpi",
                    "A value that lies outside what chance explains. What lies inside the natural limits is noise and needs no reaction."),
            word(
                    "leading",
                    "Leading and lagging",
                    "kpi",
                    "A leading KPI moves early and can be influenced; a lagging one shows the result afterwards."),
            word(
                    "dashboard",
                    "Dashboard",
                    "kpi",
                    "KPIs chosen and arranged for some readers. It shows each reader only what that reader may see."),
            word(
                    "alert",
                    "Alert",
                    "kpi",
                    "A KPI that turned red, gave a signal or fell silent. Somebody takes it, says what is done, and closes it."),
            word(
                    "hybrid",
                    "KPIs and OKRs",
                    "hybrid",
                    "KPIs watch, OKRs change; one board shows both and what leads from one to the other."),
            word(
                    "proposal",
                    "Proposed objective",
                    "hybrid",
                    "What a red KPI suggests to its owner: an objective that brings it back, with a key result that follows it. A person accepts or declines it."),
            word(
                    "mbo",
                    "MBO",
                    "mbo",
                    "What one person is accountable for in a period, agreed between employee and manager, and what it pays where the plan says so."),
            word(
                    "plan",
                    "Plan",
                    "mbo",
                    "One employee’s objectives for a quarter, a half or a year, whose weights total 100. Only employee, manager and HR read it; compensation reads the amounts."),
            word(
                    "agreement",
                    "Agreement",
                    "mbo",
                    "Either side drafts, both sign. What is signed stays; a change is an amendment that both sign again."),
            word(
                    "attainment",
                    "Attainment",
                    "mbo",
                    "How much of a plan’s objective was reached, in percent; the basis the two agreed on says how it is worked out."),
            word(
                    "payout-curve",
                    "Payout curve",
                    "mbo",
                    "What an attainment pays: nothing below the first point, straight lines or steps between the points, no more above the last."),
            word(
                    "bonus-target",
                    "Bonus target",
                    "mbo",
                    "What a person earns in a year when everything is reached exactly, from a day on. A raise splits the period by days."),
            word("gate", "Gate", "mbo", "A condition without which a plan pays nothing, or less."),
            word("cap", "Cap", "mbo", "The most an objective or a whole plan can pay, as a multiple of its target."),
            word(
                    "company-objective",
                    "Company objective",
                    "mbo",
                    "An objective that stands in many plans and is scored once for all of them."),
            word(
                    "discretionary",
                    "Discretionary objective",
                    "mbo",
                    "Paid out of a pool that the manager gives away; what is given never exceeds the pool."),
            word(
                    "statement",
                    "Statement",
                    "mbo",
                    "Every figure of a plan’s pay, derived to the cent, on screen, as PDF and for Word."),
            word(
                    "payout-run",
                    "Payout run",
                    "mbo",
                    "All plans of a period that are ready to be paid, approved and marked as paid by compensation, never by those they are for."),
            word(
                    "performance",
                    "Performance objective",
                    "performance",
                    "A goal that employee and manager agree on, to assess the person against role and level and to help them grow."),
            word(
                    "review",
                    "Review",
                    "performance",
                    "The talk and the ratings at the end of half a year or a year; it may inform pay, without a formula."),
            word(
                    "smart",
                    "SMART",
                    "smart",
                    "Specific, measurable, achievable, relevant, time-bound: a checklist for any goal, and a framework of its own for a person or a small team."),
            word(
                    "scorecard",
                    "Balanced scorecard",
                    "scorecard",
                    "Strategy in four perspectives, financial, customer, internal process, learning and growth, each with its measures."),
            word(
                    "hoshin",
                    "Hoshin Kanri",
                    "hoshin",
                    "A few breakthroughs over years, carried into annual objectives and priorities at every level."),
            word(
                    "catchball",
                    "Catchball",
                    "hoshin",
                    "A goal is thrown between levels until both sides hold it: what is asked from above, what is possible from below."),
            word(
                    "x-matrix",
                    "X-matrix",
                    "hoshin",
                    "Breakthroughs, annual objectives, priorities and targets on four sides of one sheet, with who leads what."),
            word(
                    "wig",
                    "Wildly important goal",
                    "fourdx",
                    "The one goal, rarely two, that nothing else may push aside: from X to Y by when."),
            word(
                    "lead-measure",
                    "Lead measure",
                    "fourdx",
                    "What a team can influence every week and what predicts the result."),
            word(
                    "v2mom",
                    "V2MOM",
                    "v2mom",
                    "Vision, values, methods, obstacles and measures on one page, written at each level below the one above."),
            word(
                    "north-star",
                    "North Star Metric",
                    "northstar",
                    "The one number that stands for what customers get out of the product."),
            word("rock", "Rock", "eos", "What has to be done within ninety days; it is done or not done."),
            word(
                    "level-10",
                    "Level 10 meeting",
                    "eos",
                    "The same agenda every week: numbers, Rocks, to-dos, then the issues in their order."),
            word(
                    "seven-s",
                    "7S",
                    "sevens",
                    "Strategy, structure, systems, shared values, skills, style and staff, and how well each fits the others."),
            word(
                    "raci",
                    "RACI",
                    "raci",
                    "For each piece of work who is responsible, who is accountable, who is consulted and who is informed."));
    private static final Map<String, Entry> BY_ANCHOR =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Entry::anchor, Function.identity()));

    private Glossary() {}

    /**
     * A word.
     *
     * @param anchor its place on the glossary's page, such as {@code key-result}
     * @param framework the key of the framework it belongs to; {@link #SHARED} where it is everybody's
     */
    public record Entry(String anchor, String word, String framework, String meaning) {}

    public static List<Entry> all() {
        return ALL;
    }

    public static Optional<Entry> find(String anchor) {
        return Optional.ofNullable(BY_ANCHOR.get(anchor));
    }

    /** The words of one framework, in order. */
    public static List<Entry> of(String framework) {
        return ALL.stream().filter(entry -> entry.framework().equals(framework)).toList();
    }

    private static Entry word(String anchor, String word, String framework, String meaning) {
        return new Entry(anchor, word, framework, meaning);
    }
}
