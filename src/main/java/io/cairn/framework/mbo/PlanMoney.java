package io.cairn.framework.mbo;

import io.cairn.incentive.Accelerator;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutLine;
import io.cairn.incentive.PayoutTerms;
import io.cairn.incentive.Proration;
import io.cairn.incentive.TargetMoney;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Turns a plan into the terms that pay is worked out by: every version of the terms has its own days and lines, each value is
 * held against the target of each version (frameworks 2.3: old terms kept, split by date).
 */
@Component
class PlanMoney {
    private static final Logger LOG = LoggerFactory.getLogger(PlanMoney.class);

    private final Settlements settlements;

    PlanMoney(Settlements settlements) {
        this.settlements = settlements;
    }

    /** Terms with the days for which they hold. */
    record Terms(LocalDate from, LocalDate to, PlanTerms terms) {}

    /** A line of a version before it is paid. */
    private record Open(ObjectiveTerms terms, Terms version, Settlements.Settled settled, PayoutLine line) {}

    /** @throws ProblemException when the terms do not add up, as those of a draft may */
    Payable of(Plan plan, List<Terms> versions, TargetMoney bonus) {
        return of(new Paying(plan, versions, bonus), settled(List.of(plan), List.of(versions)));
    }

    /** A plan with the terms that held and the bonus targets of its days. */
    record Paying(Plan plan, List<Terms> versions, TargetMoney bonus) {}

    /** Several, by their plans' ids; those are left out whose terms do not add up yet. One statement, however many. */
    Map<UUID, Payable> of(List<Paying> plans) {
        Map<UUID, Settlements.Settled> settled = settled(
                plans.stream().map(Paying::plan).toList(),
                plans.stream().map(Paying::versions).toList());
        Map<UUID, Payable> payable = new HashMap<>();
        for (Paying one : plans) {
            try {
                payable.put(one.plan().id(), of(one, settled));
            } catch (ProblemException unfinished) {
                LOG.debug("The draft {} pays nothing yet", one.plan().id(), unfinished);
            }
        }
        return payable;
    }

    private Map<UUID, Settlements.Settled> settled(List<Plan> plans, List<List<Terms>> versions) {
        return settlements.of(
                plans, versions.stream().flatMap(List::stream).map(Terms::terms).toList());
    }

    private static Payable of(Paying paying, Map<UUID, Settlements.Settled> settled) {
        List<Terms> versions = paying.versions();
        TargetMoney bonus = paying.bonus();
        List<Payable.Version> held = new ArrayList<>();
        List<Open> lines = new ArrayList<>();
        BigDecimal gate = BigDecimal.ONE;
        for (Terms version : versions) {
            boolean last = version == versions.getLast();
            var stretches = Proration.between(bonus.stretches(), version.from(), version.to());
            List<Open> open = lines(version, settled, last, lines.size());
            BigDecimal gateReached = gateReached(version.terms(), settled);
            gate = gate(version.terms(), gateReached);
            lines.addAll(open);
            PayoutTerms terms = new PayoutTerms(
                    Proration.segments(stretches),
                    open.stream().map(Open::line).toList(),
                    version.terms().planCap(),
                    gate,
                    version.terms().modifier(),
                    version.terms().capBeforeModifier(),
                    accelerators(version.terms(), open));
            held.add(new Payable.Version(version.from(), version.to(), stretches, version.terms(), gateReached, terms));
        }
        Payout payout = Payout.of(held.stream().map(Payable.Version::terms).toList(), bonus.currency());
        List<Payable.Line> paid = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            paid.add(line(lines.get(i), payout.lines().get(i)));
        }
        return new Payable(payout, gate, gatesAreScored(versions, settled), paid, held);
    }

    /** What a pool gives is given once, by the newest terms. */
    private static List<Open> lines(Terms version, Map<UUID, Settlements.Settled> settled, boolean last, int before) {
        List<Open> lines = new ArrayList<>();
        for (ObjectiveTerms line : version.terms().objectives()) {
            if (line.scope() == ObjectiveScope.DISCRETIONARY && !last) {
                continue;
            }
            UUID company = line.companyObjectiveId();
            Settlements.Settled value =
                    settled.getOrDefault(company == null ? line.id() : company, Settlements.Settled.NONE);
            // Compensation reads the explanation, and no titles.
            String name = "Objective " + (before + lines.size() + 1);
            lines.add(new Open(line, version, value, line(version.terms(), line, value, name)));
        }
        return lines;
    }

    private static PayoutLine line(PlanTerms terms, ObjectiveTerms line, Settlements.Settled value, String name) {
        if (line.scope() == ObjectiveScope.DISCRETIONARY) {
            return new PayoutLine.Given(name, Objects.requireNonNullElse(value.awarded(), BigDecimal.ZERO));
        }
        Attainment reached = Reached.attainment(line, value.assessed());
        return new PayoutLine.Scored(
                name,
                line.weight(),
                reached == null ? Attainment.given(BigDecimal.ZERO) : reached,
                Reached.curve(terms, line),
                line.objectiveCap());
    }

    private static @Nullable BigDecimal gateReached(PlanTerms terms, Map<UUID, Settlements.Settled> settled) {
        PlanTerms.Gate gate = terms.gate();
        return gate == null
                ? null
                : settled.getOrDefault(gate.companyObjectiveId(), Settlements.Settled.NONE)
                        .attainment();
    }

    private static BigDecimal gate(PlanTerms terms, @Nullable BigDecimal reached) {
        PlanTerms.Gate gate = terms.gate();
        if (gate == null) {
            return BigDecimal.ONE;
        }
        return reached != null && reached.compareTo(gate.atLeast()) >= 0 ? BigDecimal.ONE : gate.factor();
    }

    /** Each waits for its line by the place it has among those that are paid. */
    private static List<Accelerator> accelerators(PlanTerms terms, List<Open> open) {
        List<UUID> places = open.stream().map(line -> line.terms().id()).toList();
        return terms.accelerators().stream()
                .filter(one -> one.objectiveId() == null || places.contains(one.objectiveId()))
                .map(one -> new Accelerator(
                        one.objectiveId() == null ? null : places.indexOf(one.objectiveId()),
                        one.atLeast(),
                        one.multiplier()))
                .toList();
    }

    private static boolean gatesAreScored(List<Terms> versions, Map<UUID, Settlements.Settled> settled) {
        return versions.stream()
                .map(version -> version.terms().gate())
                .filter(Objects::nonNull)
                .allMatch(gate -> settled.getOrDefault(gate.companyObjectiveId(), Settlements.Settled.NONE)
                        .isFinal());
    }

    private static Payable.Line line(Open open, Payout.Line paid) {
        return new Payable.Line(
                open.terms().id(),
                open.settled().goalId(),
                open.terms().title(),
                open.version().from(),
                open.version().to(),
                open.settled().isFinal(),
                paid);
    }
}
