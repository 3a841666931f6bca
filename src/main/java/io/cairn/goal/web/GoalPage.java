package io.cairn.goal.web;

import io.cairn.audit.Journal;
import io.cairn.goal.Goal;
import io.cairn.goal.GoalSheet;
import io.cairn.goal.GoalStatus;
import io.cairn.goal.Initiative;
import io.cairn.goal.LinkKind;
import io.cairn.goal.Measure;
import io.cairn.goal.SmartChecks;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Crumb;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A goal with all that belongs to it.
 *
 * @param told the newest check-ins, {@code checkIns} of them in all
 * @param problems why the last action was refused
 * @param obstacles what keeps a draft from starting
 * @param smart how SMART it is, and who may say that it can be done
 * @param sheet where its framework writes it, if not in the general editor
 * @param pay what its framework says about pay
 * @param table whether key results stand in a table instead of charts
 */
public record GoalPage(
        GoalView view,
        List<CheckInView> told,
        int checkIns,
        List<Initiative> initiatives,
        List<Journal.Line> journal,
        List<Problem> problems,
        List<Problem> obstacles,
        String pay,
        SmartChecks.Shown smart,
        @Nullable GoalSheet sheet,
        boolean mayCheckIn,
        boolean table,
        ZoneId zone)
        implements FullPage {
    private static final Pattern MEASURE = Pattern.compile("measures\\[(\\d+)].*");

    @Override
    public String title() {
        return goal().title();
    }

    @Override
    public Section section() {
        return Section.ofGoals(goal().framework());
    }

    /** From the list it stands in to its owner; a plan's lines have no list that all who read them share. */
    public List<Crumb> crumbs() {
        Crumb owner = Crumb.to(
                goal().owner().name(),
                (goal().owner().isTeam() ? "/teams/" : "/people/")
                        + goal().owner().id());
        Goal.CycleRef cycle = goal().cycle();
        if (section() == Section.PLANS) {
            return List.of(owner);
        }
        Crumb list = section() == Section.SMART
                ? Crumb.to("SMART goals", "/smart")
                : cycle == null
                        ? Crumb.to("Objectives", "/objectives")
                        : Crumb.to(cycle.name(), "/objectives?cycle=" + cycle.id());
        return List.of(list, owner);
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public Goal goal() {
        return view.goal();
    }

    /** The why, a paragraph for each blank line. */
    public List<String> paragraphs() {
        return Arrays.stream(goal().why().strip().split("\\n\\s*\\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    public String editUrl() {
        return sheet == null ? view.href() + "/edit" : sheet.href(goal().id()) + "/edit";
    }

    public boolean mayHold() {
        return goal().mayEdit() && goal().state() == GoalStatus.ACTIVE;
    }

    public boolean mayResume() {
        return goal().mayEdit() && goal().state() == GoalStatus.ON_HOLD;
    }

    public boolean mayCancel() {
        return mayHold() || mayResume();
    }

    public boolean mayActivate() {
        return goal().mayEdit() && goal().state() == GoalStatus.DRAFT;
    }

    /** Whether it can still be changed at all. */
    public boolean mayChange() {
        return goal().mayEdit() && goal().state() != GoalStatus.CANCELLED && goal().state() != GoalStatus.CLOSED;
    }

    public @Nullable String weakest() {
        Measure weakest = goal().weakest();
        return weakest == null || goal().health() == null || goal().live().size() < 2 ? null : weakest.name();
    }

    /** {@code 3 · equal weights}. */
    public String measuresLine() {
        List<Measure> live = goal().live();
        boolean equal = live.stream().map(Measure::weight).distinct().count() == 1;
        return live.size() + (live.size() < 2 ? "" : equal ? " · equal weights" : " · by weight");
    }

    public Map<LinkKind, List<Goal.Linked>> parents() {
        return byKind(goal().parents());
    }

    public Map<LinkKind, List<Goal.Linked>> children() {
        return byKind(goal().children());
    }

    private static Map<LinkKind, List<Goal.Linked>> byKind(List<Goal.Linked> links) {
        return links.stream().collect(Collectors.groupingBy(Goal.Linked::kind, TreeMap::new, Collectors.toList()));
    }

    /** How the other end of a link is called, seen from the parent. */
    public static String fromAbove(LinkKind kind) {
        return switch (kind) {
            case CONTRIBUTES -> "Contributed to by";
            case SHARED -> "Shared with";
            case SUPPORTS -> "Supported by";
            case DEPENDS_ON -> "Needed by";
            case DERIVED_FROM -> "Led to";
        };
    }

    /** The key result a problem belongs to, before its message. */
    public String about(Problem problem) {
        Matcher field = problem.field() == null ? null : MEASURE.matcher(problem.field());
        if (field == null || !field.matches()) {
            return "";
        }
        int place = Integer.parseInt(field.group(1));
        return place < goal().live().size() ? goal().live().get(place).name() + ": " : "";
    }
}
