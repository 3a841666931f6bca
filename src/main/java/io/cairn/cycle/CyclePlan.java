package io.cairn.cycle;

import io.cairn.access.Viewing;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.ProblemList;
import io.cairn.kernel.Role;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Makes and changes cycles. OKR champions, administrators and the system may. Source: frameworks 1.0, "who may". */
@Component
@Transactional
public class CyclePlan {
    private final JdbcClient db;
    private final Cycles cycles;
    private final CycleRows rows;
    private final Journal journal;
    private final DomainClock clock;
    private final ObjectProvider<CycleUse> uses;

    CyclePlan(
            JdbcClient db,
            Cycles cycles,
            CycleRows rows,
            Journal journal,
            DomainClock clock,
            ObjectProvider<CycleUse> uses) {
        this.db = db;
        this.cycles = cycles;
        this.rows = rows;
        this.journal = journal;
        this.clock = clock;
        this.uses = uses;
    }

    public Cycle create(CycleDetails details) {
        return create(details, Phase.PLANNING);
    }

    /** @param phase where it begins: planning, or active when its time has come */
    public Cycle create(CycleDetails details, Phase phase) {
        begin();
        if (phase.ordinal() > Phase.ACTIVE.ordinal()) {
            throw CycleProblem.PHASE_ORDER.at("phase").exception();
        }
        UUID id = Ids.next();
        check(id, details);
        var cycle = new Cycle(
                id,
                details.name(),
                details.kind(),
                details.startsOn(),
                details.endsOn(),
                details.parentId(),
                phase,
                details.cadence(),
                1);
        rows.insert(List.of(cycle));
        journal.record(Entry.of("cycle.created", "cycle", id, "added the cycle " + cycle.name())
                .everyone()
                .after(cycle));
        return cycle;
    }

    public Cycle edit(UUID cycle, int version, CycleDetails details) {
        return edit(cycle, version, before -> details);
    }

    /** @param change makes the new details out of those that are stored now */
    public Cycle edit(UUID id, int version, UnaryOperator<CycleDetails> change) {
        begin();
        Cycle before = current(id, version);
        Cycle after = before.with(change.apply(before.details()));
        if (after.details().equals(before.details())) {
            return before;
        }
        if (before.phase() == Phase.CLOSED) {
            throw CycleProblem.CYCLE_CLOSED.exception();
        }
        check(id, after.details());
        if (uses.orderedStream().anyMatch(use -> use.leavesOut(id, after.startsOn(), after.endsOn()))) {
            throw CycleProblem.CYCLE_LEAVES_GOALS_OUT
                    .at(after.startsOn().isAfter(before.startsOn()) ? "startsOn" : "endsOn")
                    .exception();
        }
        rows.update(after);
        if (before.cadence() != after.cadence()) {
            uses.orderedStream().forEach(use -> use.cadenceChanged(id));
        }
        journal.record(Entry.of("cycle.changed", "cycle", id, "changed the cycle " + after.name())
                .everyone()
                .before(before)
                .after(after));
        return after;
    }

    /** One step on: planning to active to scoring to closed. */
    public Cycle enter(UUID id, int version, Phase phase) {
        begin();
        Cycle before = current(id, version);
        if (before.phase() == phase) {
            return before;
        }
        if (!before.phase().next().equals(Optional.of(phase))) {
            throw CycleProblem.PHASE_ORDER.at("phase").exception();
        }
        if (phase == Phase.CLOSED && uses.orderedStream().anyMatch(use -> use.openGoals(id) > 0)) {
            throw CycleProblem.CYCLE_HAS_OPEN_GOALS.at("phase").exception();
        }
        Cycle after = before.in(phase);
        rows.update(after);
        journal.record(Entry.of("cycle.phase", "cycle", id, "moved " + after.name() + " to " + phase.label())
                .everyone()
                .before(before.phase())
                .after(phase));
        return after;
    }

    /** Only a cycle that nothing has ever used: what goals were set for stays on record. */
    public void delete(UUID id) {
        begin();
        Cycle cycle = cycles.require(id);
        if (cycles.inside(id).size() > 1) {
            throw CycleProblem.CYCLE_HAS_CYCLES.exception();
        }
        if (uses.orderedStream().anyMatch(use -> use.inUse(id))) {
            throw CycleProblem.CYCLE_IN_USE.exception();
        }
        rows.delete(id);
        journal.record(Entry.of("cycle.deleted", "cycle", id, "deleted the cycle " + cycle.name())
                .everyone()
                .before(cycle));
    }

    /** The year with its halves and quarters in one step, each in the phase that today asks for; the year comes first. */
    public List<Cycle> planYear(YearMonth first, Cadence cadence) {
        begin();
        List<Cycle> year = cyclesOf(new YearPlan(first, cadence));
        check(year.getFirst().id(), year.getFirst().details());
        rows.insert(year);
        journal.record(Entry.of(
                        "cycle.year",
                        "cycle",
                        year.getFirst().id(),
                        "planned " + year.getFirst().name())
                .everyone()
                .after(year));
        return year;
    }

    private List<Cycle> cyclesOf(YearPlan plan) {
        var made = new ArrayList<Cycle>();
        for (YearPlan.Part part : plan.parts()) {
            made.add(new Cycle(
                    Ids.next(),
                    part.name(),
                    part.kind(),
                    part.startsOn(),
                    part.endsOn(),
                    part.parent() < 0 ? null : made.get(part.parent()).id(),
                    Phase.on(clock.today(), part.startsOn(), part.endsOn()),
                    plan.cadence(),
                    1));
        }
        return made;
    }

    /** Two people who add a cycle at once could otherwise overlap without seeing each other; held until the end. */
    private void begin() {
        if (Viewing.viewer()
                .filter(viewer -> !viewer.isAny(Role.CHAMP, Role.ADMIN))
                .isPresent()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        db.sql("select pg_advisory_xact_lock(hashtextextended('cairn.cycle', 0))::text")
                .query(String.class)
                .single();
    }

    private Cycle current(UUID cycle, int version) {
        Cycle current = cycles.require(cycle);
        if (current.version() != version) {
            throw GeneralProblem.STALE_VERSION
                    .problem()
                    .with("current", current)
                    .exception();
        }
        return current;
    }

    private void check(UUID id, CycleDetails details) {
        UUID parentId = details.parentId();
        List<Cycle> path = parentId == null ? List.of() : cycles.path(parentId);
        var problems = new ProblemList();
        problems.when(parentId != null && path.isEmpty(), CycleProblem.NO_SUCH_CYCLE.at("parentId"));
        problems.when(path.stream().anyMatch(above -> above.id().equals(id)), CycleProblem.CYCLE_LOOP.at("parentId"));
        problems.throwAny();
        @Nullable Cycle parent = path.isEmpty() ? null : path.getLast();
        List<Cycle> near = rows.near(id, parentId);
        List<Cycle> children =
                near.stream().filter(other -> id.equals(other.parentId())).toList();
        List<Cycle> siblings =
                near.stream().filter(other -> !id.equals(other.parentId())).toList();
        var found = Nesting.check(details, parent, siblings, children);
        if (!found.isEmpty()) {
            throw new ProblemException(found);
        }
    }
}
