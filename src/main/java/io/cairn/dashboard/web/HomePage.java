package io.cairn.dashboard.web;

import io.cairn.cycle.Cycle;
import io.cairn.framework.FrameworkUse;
import io.cairn.goal.CheckInWords;
import io.cairn.goal.Desk;
import io.cairn.goal.Goal;
import io.cairn.kernel.Viewer;
import io.cairn.metric.Metric;
import io.cairn.web.Fragment;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.LocalDate;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the viewer finds first.
 *
 * @param panels what other modules have for the viewer
 * @param offTarget KPIs that the viewer owns or that a team they lead watches, and that miss their target; the worst few
 * @param followed the metrics that key results to be reported follow
 * @param fresh whether nobody has made anything or decided on frameworks, and the viewer may
 */
public record HomePage(
        Viewer viewer,
        Desk.Found found,
        List<Fragment> panels,
        List<KpiLine> offTarget,
        Map<UUID, Metric> followed,
        @Nullable Cycle quarter,
        ZonedDateTime now,
        boolean fresh)
        implements FullPage {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("EEEE, d MMMM uuuu", Locale.ENGLISH);
    private static final int NOON = 12;
    private static final int EVENING = 18;
    private static final int MORNING = 5;
    private static final int WEEK = 7;
    private static final int SOON_DAYS = 3;
    private static final int SECONDS_EACH = 12;

    @Override
    public String title() {
        return "Home";
    }

    @Override
    public Section section() {
        return Section.HOME;
    }

    public LocalDate today() {
        return now.toLocalDate();
    }

    public String greeting() {
        int hour = now.getHour();
        String time = hour < MORNING || hour >= EVENING ? "evening" : hour < NOON ? "morning" : "afternoon";
        return "Good " + time + ", " + viewer.name().strip().split("\\s+")[0];
    }

    /** {@code Saturday, 15 August 2026 · week 7 of 13}. */
    public String day() {
        String day = DAY.format(now);
        if (quarter == null) {
            return day;
        }
        long days = ChronoUnit.DAYS.between(quarter.startsOn(), quarter.endsOn()) + 1;
        long weeks = Math.max(1, Math.round((double) days / WEEK));
        long week = ChronoUnit.DAYS.between(quarter.startsOn(), today()) / WEEK + 1;
        return day + " · week " + Math.min(week, weeks) + " of " + weeks;
    }

    /** The cycles of the goals shown; the quarter itself where there are none. */
    public String cycles() {
        String names = found.mine().stream()
                .map(Goal::cycle)
                .filter(java.util.Objects::nonNull)
                .map(Goal.CycleRef::name)
                .distinct()
                .sorted()
                .collect(Collectors.joining(", "));
        return names.isEmpty() && quarter != null ? quarter.name() : names;
    }

    public List<GoalLine> mine() {
        return found.mine().stream().map(goal -> GoalLine.of(goal, viewer)).toList();
    }

    public List<GoalLine> atRisk() {
        return found.atRisk().stream()
                .map(goal -> new GoalLine(goal, GoalLine.As.NONE))
                .toList();
    }

    public List<LatestLine> latest() {
        return found.latest().stream()
                .map(latest -> new LatestLine(latest, now.getZone(), today()))
                .toList();
    }

    /** What is due today, late or in a few days. */
    public List<DueLine> due() {
        return found.reports().stream()
                .filter(report -> report.due().by(today().plusDays(SOON_DAYS)))
                .map(report -> DueLine.of(
                        report,
                        found.checkIns().getOrDefault(report.measure().id(), List.of()),
                        report.measure().metricId() == null
                                ? null
                                : followed.get(report.measure().metricId()),
                        now))
                .toList();
    }

    public long dueToday() {
        return found.reports().stream()
                .filter(report -> report.due().by(today()))
                .count();
    }

    /** {@code 5 key results, about a minute}. */
    public String effort() {
        int count = due().size();
        int minutes = Math.max(1, Math.ceilDiv(count * SECONDS_EACH, 60));
        return counted(count, measure()) + (minutes == 1 ? ", about a minute" : ", about " + minutes + " minutes");
    }

    public String checkInText() {
        return "Check in " + counted(dueToday(), measure());
    }

    public boolean reports() {
        return !found.reports().isEmpty();
    }

    public boolean okrs() {
        return Section.OBJECTIVES.inUse(viewer);
    }

    /** Whether anything is in use that has goals. */
    public boolean goals() {
        return Section.CHECK_IN.inUse(viewer);
    }

    /** Whether teams can have goals; a plan's are one person's. */
    public boolean ofTeams() {
        return okrs() || Section.SMART.inUse(viewer);
    }

    /** Where goals are listed; null where no list is in use. */
    public @Nullable String list() {
        return okrs() ? "/objectives" : Section.SMART.inUse(viewer) ? "/smart" : null;
    }

    public boolean kpis() {
        return Section.KPIS.inUse(viewer);
    }

    /** Whether the viewer decides what is in use. */
    public boolean decides() {
        return FrameworkUse.mayDecide(viewer);
    }

    /** {@code key result}, or what all frameworks call it. */
    public String measure() {
        return okrs() ? "key result" : "measure";
    }

    /** {@code objectives}, or what all frameworks call them. */
    public String some() {
        return okrs() ? "objectives" : "goals";
    }

    public boolean writes() {
        return write() != null;
    }

    /** What the viewer can begin with: an objective, which takes a team, or without OKRs a SMART goal; null for neither. */
    public @Nullable String write() {
        if (okrs()) {
            return hasTeams() ? "Write an objective" : null;
        }
        return Section.SMART.inUse(viewer) ? "Write a SMART goal" : null;
    }

    public boolean hasTeams() {
        return !viewer.teams().isEmpty();
    }

    /** {@code Customer Success and Support}. */
    public String teams() {
        List<String> names =
                Desk.Scope.of(viewer).teams().stream().map(Viewer.Team::name).toList();
        return names.size() < 2
                ? String.join("", names)
                : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
    }

    /** Where the first team's new objective is written, or the SMART goal. */
    public @Nullable String writeUrl() {
        if (!writes() || !okrs()) {
            return writes() ? "/smart/new" : null;
        }
        UUID team = Desk.Scope.of(viewer).teams().getFirst().id();
        return "/goals/new?" + (quarter == null ? "" : "cycle=" + quarter.id() + "&") + "team=" + team;
    }

    public String objectives() {
        return counted(found.standing().all(), okrs() ? "objective" : "goal");
    }

    public String written(Goal draft) {
        int count = draft.live().size();
        return count == 0 ? "no " + GoalLine.measure(draft) + "s yet" : counted(count, GoalLine.measure(draft));
    }

    /** A value with its unit apart, so that the unit can stand back. */
    public Value now(DueLine line) {
        String whole = CheckInWords.now(line.measure());
        String unit = line.measure().unit();
        boolean apart = !unit.isEmpty() && whole.endsWith(" " + unit);
        return apart ? new Value(whole.substring(0, whole.length() - unit.length() - 1), unit) : new Value(whole, "");
    }

    public record Value(String number, String unit) {}

    static String counted(long count, String thing) {
        return count + " " + thing + (count == 1 ? "" : "s");
    }
}
