package io.cairn.framework.mbo;

import io.cairn.incentive.Attained;
import io.cairn.incentive.Attainment;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import io.cairn.kernel.Ids;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What every line that plans ever had came to, and the company objectives their gates hang on; one statement, however many. */
@Component
class Settlements {
    private final JdbcClient db;

    Settlements(JdbcClient db) {
        this.db = db;
    }

    /**
     * What a line came to.
     *
     * @param attainment of a company objective by its own terms
     */
    record Settled(
            @Nullable UUID goalId,
            Assessed assessed,
            boolean isFinal,
            @Nullable BigDecimal awarded,
            @Nullable BigDecimal attainment) {
        static final Settled NONE = new Settled(null, Assessed.NONE, false, null, null);
    }

    private record Row(
            UUID id,
            @Nullable UUID goalId,
            @Nullable BigDecimal finalValue,
            @Nullable String finalLevel,
            @Nullable BigDecimal awarded,
            @Nullable UUID companyId,
            @Nullable String basis,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable String comparator,
            @Nullable BigDecimal companyValue) {}

    /**
     * By the lines' ids, and by the company objectives': a change may have dropped a line of the company's, which leaves nothing
     * of its own.
     */
    Map<UUID, Settled> of(Collection<Plan> plans, Collection<PlanTerms> versions) {
        Map<UUID, Settled> settled = new HashMap<>();
        Map<UUID, PlanObjective> now = new HashMap<>();
        plans.forEach(plan -> plan.objectives().forEach(line -> now.put(line.id(), line)));
        db.sql("""
                select o.id, o.goal_id, o.final_value, o.final_level, o.awarded, null::uuid as company_id, null as basis,
                       null::numeric as baseline, null::numeric as target, null as comparator, null::numeric as company_value
                  from mbo.objective o
                 where o.plan_id = any (:plans::uuid[])
                 union all
                select c.id, null, null, null, null, c.id, c.basis, c.baseline, c.target, c.comparator, c.final_value
                  from mbo.company_objective c
                 where c.id = any (:company::uuid[])
                """)
                .param("plans", Ids.array(plans.stream().map(Plan::id).toList()))
                .param("company", Ids.array(company(versions)))
                .query(Row.class)
                .list()
                .forEach(row -> settled.put(row.id(), settled(row, now.get(row.id()))));
        return settled;
    }

    private static Set<UUID> company(Collection<PlanTerms> versions) {
        Set<UUID> company = new HashSet<>();
        for (PlanTerms terms : versions) {
            if (terms.gate() != null) {
                company.add(terms.gate().companyObjectiveId());
            }
            terms.objectives().stream()
                    .map(ObjectiveTerms::companyObjectiveId)
                    .filter(Objects::nonNull)
                    .forEach(company::add);
        }
        return company;
    }

    /** A line that was dropped keeps the value it had then; one without any came to nothing. */
    private static Settled settled(Row row, @Nullable PlanObjective line) {
        if (row.companyId() != null) {
            return new Settled(
                    row.goalId(),
                    new Assessed(Decimals.plainOrNull(row.companyValue()), null, ""),
                    row.companyValue() != null,
                    null,
                    attainment(row));
        }
        Assessed last = new Assessed(Decimals.plainOrNull(row.finalValue()), row.finalLevel(), "");
        Assessed known = last.isGiven() || line == null ? last : line.current();
        return new Settled(row.goalId(), known, last.isGiven() || row.awarded() != null, row.awarded(), null);
    }

    private static @Nullable BigDecimal attainment(Row row) {
        if (row.basis() == null || row.companyValue() == null) {
            return null;
        }
        Attained attained = new Attained(
                AttainmentBasis.valueOf(row.basis()),
                row.baseline(),
                row.target(),
                row.comparator() == null ? null : Comparator.valueOf(row.comparator()),
                row.companyValue());
        return attained.problems().isEmpty() ? Attainment.of(attained).value() : null;
    }
}
