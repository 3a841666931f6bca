package io.cairn.framework;

import io.cairn.framework.Portrait.Side;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The fourteen frameworks the guide knows, in the order in which it names them when nothing else decides. Source: frameworks 0.5, 4.5, 5. */
public final class Portraits {
    private static final Side OKR = new Side(
            "Drive a strategic change, align teams around shared objectives, stretch",
            "Broad and aspirational: the organisation, a department, a team or several of them",
            "One objective and its key results",
            "A quarter as a rule; a week, a month, a half or a year where it fits better",
            "Key results are measurable, in numbers by default; a described result is allowed",
            "A team, a department, the organisation or several teams; a person only with care",
            "Stretch and learn",
            "Initiatives that change something, carrying out strategy");
    private static final Side KPI = new Side(
            "Watch the performance and health of the business",
            "Narrow and specific",
            "One metric or ratio with its target",
            "Without end; judged period by period",
            "Numbers only",
            "A person, a team or the organisation",
            "Hold what is expected, keep it or improve it",
            "Dashboards and reports");
    private static final Side MBO = new Side(
            "Improve one person’s performance and link their goals to the company’s priorities",
            "One role, one person",
            "Objectives with measurable targets, weighted",
            "A quarter as a rule; half a year or a year",
            "Numbers, descriptions or both; numbers by default",
            "One employee together with the manager",
            "Meet what is expected",
            "Performance reviews and bonus plans");
    private static final Side PERFORMANCE = new Side(
            "Assess one person’s performance and help them grow",
            "One person against role and level",
            "Goals that employee and manager agree on",
            "Half a year as a rule; a quarter or a year where reviews follow that",
            "Numbers and descriptions",
            "One employee together with the manager; HR looks after the process",
            "Ambitious, yet within reach",
            "Reviews and talks about development");

    private static final List<Portrait> ALL = List.of(
            new Portrait(
                    "okr",
                    "OKR",
                    "Objectives and key results",
                    "Strategic focus, alignment and stretch",
                    "Startups up to enterprises; teams that work across functions",
                    "An objective and two to five key results",
                    "Transparent, agile, brings focus",
                    "Becomes a list of tasks when it is misused",
                    OKR),
            new Portrait(
                    "kpi",
                    "KPI",
                    "Key performance indicator",
                    "Following performance",
                    "Every company and every function",
                    "A metric and its target",
                    "Clear and easy to follow",
                    "Does not drive innovation on its own",
                    KPI),
            new Portrait(
                    "mbo",
                    "MBO",
                    "Management by objectives",
                    "Goals of one person, and their review",
                    "Compensation and performance reviews",
                    "Goals tied to the job: objectives with measurable targets",
                    "Tied to performance, straightforward",
                    "May lose sight of the wider strategy",
                    MBO),
            new Portrait(
                    "smart",
                    "SMART",
                    "SMART goals",
                    "Clear goals that can be acted on",
                    "Individuals and small teams",
                    "Specific, measurable, achievable, relevant, time-bound",
                    "Simple and quickly adopted",
                    "May lack ambition or strategic alignment",
                    null),
            new Portrait(
                    "scorecard",
                    "BSC",
                    "Balanced scorecard",
                    "Linking strategy to measures across business units",
                    "Medium to large enterprises",
                    "Four perspectives with their KPIs: financial, customer, internal process, learning and growth",
                    "Sees the whole, joins operations and strategy",
                    "Takes work to keep up",
                    null),
            new Portrait(
                    "hoshin",
                    "Hoshin",
                    "Hoshin Kanri",
                    "Carrying out long-term strategy at all levels",
                    "Long-term planning; lean, manufacturing and operations-driven organisations",
                    "Catchball and an X-matrix",
                    "Deep alignment, improves continuously",
                    "Slow and heavy where things move fast",
                    null),
            new Portrait(
                    "fourdx",
                    "4DX",
                    "The 4 Disciplines of Execution",
                    "Closing the gap between strategy and execution",
                    "Organisations that work across functions and change a lot",
                    "Wildly important goals, lead measures, a scoreboard and accountability",
                    "Simple and focused",
                    "Can feel rigid",
                    null),
            new Portrait(
                    "v2mom",
                    "V2MOM",
                    "Vision, values, methods, obstacles, measures",
                    "Aligning vision and execution",
                    "Organisations that grow fast and value openness",
                    "Five parts, from the vision to the measures",
                    "Transparent, grows with the company",
                    "Light on metrics",
                    null),
            new Portrait(
                    "northstar",
                    "North Star",
                    "North Star Metric",
                    "One metric for the value that customers get",
                    "Startups and product-led growth",
                    "One central metric, such as weekly active users",
                    "Sharp focus on what creates value",
                    "May overlook other areas that matter",
                    null),
            new Portrait(
                    "eos",
                    "EOS",
                    "Entrepreneurial Operating System",
                    "Operational alignment",
                    "Startups, small and medium-sized companies, companies that scale",
                    "Vision/Traction Organizer, Rocks, scorecards and Level 10 meetings",
                    "Structured and practical",
                    "May not scale up to an enterprise",
                    null),
            new Portrait(
                    "sevens",
                    "7S",
                    "McKinsey 7S",
                    "Finding out how the parts of an organisation fit, and aligning them",
                    "Designing and transforming an organisation",
                    "Strategy, structure, systems, shared values, skills, style, staff",
                    null,
                    null,
                    null),
            new Portrait(
                    "raci",
                    "RACI",
                    "RACI matrix",
                    "Clear roles in processes and projects",
                    "Projects across functions, and who is accountable in them",
                    "Responsible, accountable, consulted, informed",
                    null,
                    null,
                    null),
            new Portrait(
                    "hybrid",
                    "OKR + KPI",
                    "Hybrid of OKR and KPI",
                    "Goals for change beside what is watched all the time",
                    "Companies whose execution of strategy is maturing",
                    "OKRs for change, KPIs for stability",
                    null,
                    null,
                    null),
            new Portrait(
                    "performance",
                    "Performance",
                    "Performance objectives",
                    "Assessing one person against role and level, and their development",
                    "Individuals",
                    "Goals that employee and manager agree on",
                    "Says plainly what is expected",
                    null,
                    PERFORMANCE));
    private static final Map<String, Portrait> BY_KEY =
            ALL.stream().collect(Collectors.toUnmodifiableMap(Portrait::key, Function.identity()));

    private Portraits() {}

    /** In chart order; 7S, RACI, the hybrid and performance objectives come last. */
    public static List<Portrait> all() {
        return ALL;
    }

    public static Optional<Portrait> find(String key) {
        return Optional.ofNullable(BY_KEY.get(key));
    }

    /** @throws IllegalArgumentException where no framework is called so */
    public static Portrait of(String key) {
        return find(key).orElseThrow(() -> new IllegalArgumentException("No framework is called " + key));
    }
}
