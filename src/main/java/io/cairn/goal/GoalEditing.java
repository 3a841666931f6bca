package io.cairn.goal;

import io.cairn.audit.Journal;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.framework.GoalAnswers;
import io.cairn.framework.RightFramework;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.smart.SmartLetter;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A goal and its measures written together, as one form and one transaction. */
@Component
@Transactional
public class GoalEditing {
    private final JdbcClient db;
    private final Goals goals;
    private final GoalReader reader;
    private final Rewriting rewriting;
    private final Placement placement;
    private final Frameworks frameworks;
    private final Journal journal;
    private final SmartEvidences evidences;
    private final DomainClock clock;

    GoalEditing(
            JdbcClient db,
            Goals goals,
            GoalReader reader,
            Rewriting rewriting,
            Placement placement,
            Frameworks frameworks,
            Journal journal,
            SmartEvidences evidences,
            DomainClock clock) {
        this.db = db;
        this.goals = goals;
        this.reader = reader;
        this.rewriting = rewriting;
        this.placement = placement;
        this.frameworks = frameworks;
        this.journal = journal;
        this.evidences = evidences;
        this.clock = clock;
    }

    /**
     * A measure as it is to be.
     *
     * @param id null for one that is added
     * @param version the version that was read
     */
    public record Row(@Nullable UUID id, int version, MeasureContent content) {}

    /** A team, and whether the viewer may write goals for it. */
    public record OwnerTeam(UUID id, String name, String kind, boolean writable) {}

    /** All teams by name; one statement. */
    @Transactional(readOnly = true)
    public List<OwnerTeam> teams(Viewer viewer) {
        return db.sql("""
                select t.id, t.name, t.kind,
                       (:anywhere
                        or exists (select 1 from organization.team_line l join organization.team a on a.id = l.above_id
                                    where l.team_id = t.id and a.leader_id = :person)
                        or exists (select 1 from organization.team_member m
                                    where m.team_id = t.id and m.person_id = :person)) as writable
                  from organization.team t
                 order by t.name, t.id
                """)
                .param("anywhere", viewer.isAny(Role.EXEC, Role.CHAMP))
                .param("person", viewer.id())
                .query(OwnerTeam.class)
                .list();
    }

    /** The goal for its editor. @throws ProblemException 404, 403 or 409 where the viewer may not change it */
    @Transactional(readOnly = true)
    public Goal open(UUID id) {
        return Goals.editable(
                reader.readUnlinked(List.of(id)).stream().findFirst().orElseThrow(GeneralProblem.NOT_FOUND::exception));
    }

    /**
     * What is wrong with a form, each problem at its field.
     *
     * @param wrong what keeps it from being saved even as a draft
     * @param missing that, and what else keeps it from being activated
     * @param smart how SMART it is by now
     */
    public record Judged(List<Problem> wrong, List<Problem> missing, GoalSmart smart) {}

    /**
     * Judges content without writing it; never throws for it, and takes one statement.
     *
     * @param goal what is stored; null while it has never been saved
     * @param measures the ids of the content's measures, null for new ones
     */
    @Transactional(readOnly = true)
    public Judged judge(Viewer viewer, @Nullable Goal goal, GoalContent content, List<@Nullable UUID> measures) {
        Framework framework = frameworks.of(Objects.requireNonNull(content.framework()));
        UUID lead = Objects.requireNonNullElse(
                content.leadId(), goal == null ? viewer.id() : goal.lead().id());
        Placement.Beside<SmartEvidence> beside = beside(goal, content, lead);
        Found found = found(content, framework, beside.found());
        LocalDate ends = GoalWriter.endsOn(content, beside.found());
        return new Judged(
                found.wrong(),
                found.missing(),
                smart(goal, content, measures, beside, ends).read());
    }

    /** What is wrong with content, and what is missing besides to activate it. */
    record Found(List<Problem> wrong, List<Problem> missing) {}

    static Found found(GoalContent content, Framework framework, Placement.Found found) {
        List<Problem> wrong = refusals(() -> GoalCheck.draft(content, framework, found));
        List<Problem> missing = new ArrayList<>(wrong);
        LocalDate ends = GoalWriter.endsOn(content, found);
        missing.addAll(
                GoalCheck.demanded(framework, content.measuresOrNone(), ends != null && content.cycleId() != null));
        int count = content.measuresOrNone().size();
        if (!framework.measures().holds(count)) {
            missing.add(GoalCheck.count(framework, count));
        }
        LocalDate starts = GoalWriter.startsOn(content, found);
        if (starts == null || ends == null) {
            if (!framework.demands().contains(SmartLetter.TIME_BOUND)) {
                missing.add(GoalProblem.CYCLE_REQUIRED.at("cycleId"));
            }
        } else {
            missing.addAll(refusalsOf(content, starts, ends));
        }
        return new Found(wrong, missing.stream().distinct().toList());
    }

    private Placement.Beside<SmartEvidence> beside(@Nullable Goal goal, GoalContent content, UUID lead) {
        return goal == null
                ? new Placement.Beside<>(placement.find(content, lead), SmartEvidence.NONE)
                : placement.find(
                        content,
                        lead,
                        goal.named(),
                        SmartEvidences.COLUMNS,
                        evidences.parameters(goal),
                        (row, number) -> evidences.read(row, goal));
    }

    private SmartReading smart(
            @Nullable Goal goal,
            GoalContent content,
            List<@Nullable UUID> measures,
            Placement.Beside<SmartEvidence> beside,
            @Nullable LocalDate ends) {
        return new SmartReading(
                goal == null ? null : goal.id(),
                content,
                measures,
                ends,
                beside.found().cycleStartsOn(),
                beside.found().cycleEndsOn(),
                beside.more(),
                clock.getZone());
    }

    private static List<Problem> refusalsOf(GoalContent content, LocalDate starts, LocalDate ends) {
        List<Problem> problems = new ArrayList<>();
        problems.addAll(refusals(() -> problems.addAll(MeasureRules.activation(
                content.measuresOrNone().stream().map(MeasureContent::terms).toList(),
                0,
                Integer.MAX_VALUE,
                starts,
                ends))));
        return GoalCheck.untilActivation(
                problems,
                content.measuresOrNone().stream()
                        .map(measure -> new GoalCheck.Follow(measure.kindOrUsual(), measure.metricId()))
                        .toList());
    }

    static List<Problem> refusals(Runnable check) {
        try {
            check.run();
            return List.of();
        } catch (ProblemException refused) {
            return refused.problems();
        }
    }

    /**
     * A draft, or active at once where that is wanted and nothing is missing.
     *
     * @param said what the writer answered before choosing the framework, if anything; overruling it is told to the journal
     */
    public Goal create(Viewer viewer, GoalContent content, boolean activate, @Nullable GoalAnswers said) {
        Goal goal = goals.create(viewer, content, activate);
        String framework = Objects.requireNonNull(content.framework());
        if (said != null && !RightFramework.fits(said, framework)) {
            journal.record(Goals.entry(
                            goal,
                            "goal.framework-overruled",
                            "chose %s although the answers speak for %s"
                                    .formatted(RightFramework.name(framework), RightFramework.names(said)))
                    .reason("Answered: " + said.said()));
        }
        return goal;
    }

    /**
     * What a form says a goal is to be.
     *
     * @param version the goal's version that was read
     * @param rows its measures in their order: rows without an id are added, measures that are missing are removed
     * @param activate a draft only, and only if nothing is missing
     */
    public record Wanted(GoalContent content, int version, List<Row> rows, boolean activate) {}

    /**
     * Makes the goal and its measures what they are to be; gives back the state the goal is in then.
     *
     * @param read makes of the goal as it is what it is to be; may throw what is wrong with it
     */
    public GoalStatus save(Viewer viewer, UUID id, Function<Goal, Wanted> read) {
        GoalReader.Locked locked = reader.lockedWhole(id);
        return rewriting.rewrite(viewer, locked, read.apply(Goals.editable(locked.goal())));
    }
}
