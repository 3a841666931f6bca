package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.framework.Framework;
import io.cairn.framework.Frameworks;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.Ids;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/**
 * Goals of governed frameworks, each of one person and with one measure: their own module writes them here once their terms
 * are agreed; check-ins, metrics, figures and history are those of any goal.
 */
@Component
@Transactional(propagation = Propagation.MANDATORY)
public class GovernedGoals {
    private static final String PUT = """
            with written as (
                insert into goal.goal as g (id, framework, kind, title, why, state, level, horizon, ambition, owner_person_id,
                                            lead_id, author_id, cycle_id, starts_on, ends_on, activated_on, payable,
                                            visibility, audience_kind, audience_id)
                select x."id", :framework, :kind, x."title", x."why", 'ACTIVE', 'INDIVIDUAL', 'TACTICAL', 'COMMITTED',
                       :person, :person, :by, x."cycleId", x."startsOn", x."endsOn", :today, :payable,
                       :visibility, :keyKind, :keyId
                  from jsonb_to_recordset(:goals::jsonb) as x (
                       "id" uuid, "title" text, "why" text, "cycleId" uuid, "startsOn" date, "endsOn" date)
                on conflict (id) do update
                   set title = excluded.title, why = excluded.why, version = g.version + 1),
            added as (
            %s),
            changed as (
            %s)
            %s""".formatted(
            MeasureWriter.ADD.formatted("added"), MeasureWriter.CHANGE.formatted("changed"), MeasureWriter.PROMISE);

    private final JdbcClient db;
    private final GoalReader reader;
    private final FigureStore figures;
    private final FollowedMetrics metrics;
    private final Frameworks frameworks;
    private final DomainClock clock;
    private final ObjectMapper json;

    GovernedGoals(
            JdbcClient db,
            GoalReader reader,
            FigureStore figures,
            FollowedMetrics metrics,
            Frameworks frameworks,
            DomainClock clock,
            ObjectMapper json) {
        this.db = db;
        this.reader = reader;
        this.figures = figures;
        this.metrics = metrics;
        this.frameworks = frameworks;
        this.clock = clock;
        this.json = json;
    }

    /**
     * What is agreed of one goal.
     *
     * @param id its own, made by the module that governs it
     */
    public record Terms(
            UUID id,
            String title,
            String why,
            @Nullable UUID cycleId,
            LocalDate startsOn,
            LocalDate endsOn,
            MeasureContent measure) {}

    /** A goal as one row is written. */
    private record Row(
            UUID id, String title, String why, @Nullable UUID cycleId, LocalDate startsOn, LocalDate endsOn) {}

    /**
     * Opens those that are new and gives the others their new terms, all of one person and framework.
     *
     * @param from the day from which a changed target holds; the targets before it are kept
     */
    public void put(String framework, UUID person, List<Terms> agreed, LocalDate from) {
        if (agreed.isEmpty()) {
            return;
        }
        List<UUID> ids = agreed.stream().map(Terms::id).toList();
        write(frameworks.of(framework), person, agreed, reader.lockedAll(ids), from);
        List<Goal> settled = metrics.settled(reader.readUnlinked(ids));
        metrics.freeze(settled);
        figures.renew(settled, clock.today());
    }

    private void write(Framework framework, UUID person, List<Terms> agreed, Map<UUID, Goal> known, LocalDate from) {
        Audience key =
                switch (framework.visibility()) {
                    case PRIVATE_PAIR_HR -> Audience.pair(person);
                    case PRIVATE_COMP -> Audience.pay(person);
                    case PUBLIC_ORG -> Audience.EVERYONE;
                    case TEAM, RESTRICTED_LIST ->
                        throw new IllegalStateException("a governed goal is its person's: " + framework.key());
                };
        List<MeasureWriter.Row> added = new ArrayList<>();
        List<MeasureWriter.Row> changed = new ArrayList<>();
        List<MeasureWriter.Promise> promises = new ArrayList<>();
        for (Terms terms : agreed) {
            Goal before = known.get(terms.id());
            UUID measure =
                    before == null ? Ids.next() : before.measures().getFirst().id();
            (before == null ? added : changed).add(MeasureWriter.Row.of(measure, terms.id(), 0, terms.measure(), key));
            promises.add(MeasureWriter.Promise.of(measure, terms.measure().terms()));
        }
        db.sql(PUT)
                .param("framework", framework.key())
                .param("kind", framework.kinds().getFirst())
                .param("person", person)
                .param("by", Viewing.personId())
                .param("from", from)
                .param("today", clock.today())
                .param("payable", framework.compensation().payable())
                .param("visibility", framework.visibility().name())
                .param("keyKind", key.kind().key())
                .param("keyId", key.id())
                .param(
                        "goals",
                        json.writeValueAsString(
                                agreed.stream().map(GovernedGoals::row).toList()))
                .param("added", json.writeValueAsString(added))
                .param("changed", json.writeValueAsString(changed))
                .param("promises", json.writeValueAsString(promises))
                .update();
    }

    private static Row row(Terms terms) {
        return new Row(terms.id(), terms.title(), terms.why(), terms.cycleId(), terms.startsOn(), terms.endsOn());
    }

    /** Ends them: CLOSED where they are settled, CANCELLED where they were taken back. */
    public void end(Collection<UUID> goals, GoalStatus state, String reason) {
        db.sql("""
                update goal.goal g set state = :state, state_reason = :reason, version = g.version + 1
                 where g.id = any (:ids::uuid[]) and g.state in ('ACTIVE', 'ON_HOLD', 'SCORING')
                """)
                .param("state", state.name())
                .param("reason", reason)
                .param("ids", Ids.array(goals))
                .update();
    }

    /** As the viewer sees them; two statements. */
    @Transactional(propagation = Propagation.REQUIRED, readOnly = true)
    public List<Goal> read(Collection<UUID> goals) {
        return goals.isEmpty() ? List.of() : reader.readUnlinked(List.copyOf(goals));
    }
}
