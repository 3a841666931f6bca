package io.cairn.framework.mbo;

import io.cairn.incentive.Pool;
import io.cairn.incentive.Pools;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives discretionary lines what their manager gives them, out of a pool that is never overdrawn. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Awards {
    private final JdbcClient db;
    private final Pools pools;

    Awards(JdbcClient db, Pools pools) {
        this.db = db;
        this.pools = pools;
    }

    /** A pool, and the lines that are given out of it from now on. */
    record Charge(UUID pool, List<UUID> lines) {}

    /**
     * Which pool is to be charged for which lines, locked until the transaction ends; null where nothing else is given than
     * before. What stays as it was stays with the pool it was given out of, whoever that one's holder is by now.
     *
     * @throws ProblemException POOL_NEEDED, POOL_EXHAUSTED at the line's amount
     */
    @Nullable
    Charge charge(Plan plan, UUID holder, List<ScoreWriter.Final> finals) {
        Map<UUID, PlanObjective> lines = new HashMap<>();
        plan.objectives().forEach(line -> lines.put(line.id(), line));
        Map<UUID, BigDecimal> given = new LinkedHashMap<>();
        int last = -1;
        for (int i = 0; i < finals.size(); i++) {
            ScoreWriter.Final now = finals.get(i);
            if (now.awarded() != null && now.givesOtherThan(Objects.requireNonNull(lines.get(now.id())))) {
                given.put(now.id(), now.awarded());
                last = now.awarded().signum() > 0 ? i : last;
            }
        }
        if (last < 0) {
            return null;
        }
        String field = "objectives[" + last + "].awarded";
        Pool pool = pools.heldBy(holder, plan.endsOn()).orElseThrow(() -> refusal(MboProblem.POOL_NEEDED, field));
        lock(pool.id());
        BigDecimal left = pool.amount().subtract(spent(pool.id())).add(before(pool.id(), given.keySet()));
        BigDecimal asked = given.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        if (asked.compareTo(left) > 0) {
            throw MboProblem.POOL_EXHAUSTED
                    .saying("The pool “%s” has %s %s left."
                            .formatted(pool.name(), left.stripTrailingZeros().toPlainString(), pool.currency()))
                    .at(field)
                    .exception();
        }
        return new Charge(pool.id(), List.copyOf(given.keySet()));
    }

    /** What these lines had out of this very pool until now. */
    private BigDecimal before(UUID pool, Set<UUID> lines) {
        return db.sql("""
                select coalesce(sum(o.awarded), 0) from mbo.objective o where o.pool_id = :pool and o.id = any (:lines::uuid[])
                """)
                .param("pool", pool)
                .param("lines", Ids.array(lines))
                .query(BigDecimal.class)
                .single();
    }

    private static ProblemException refusal(MboProblem problem, String field) {
        Problem at = problem.at(field);
        return at.exception();
    }

    private void lock(UUID pool) {
        db.sql("select pg_advisory_xact_lock(hashtextextended('pool ' || :pool, 0))")
                .param("pool", pool.toString())
                .query()
                .singleRow();
    }

    private BigDecimal spent(UUID pool) {
        return db.sql("select mbo.pool_spent(:pool)")
                .param("pool", pool)
                .query(BigDecimal.class)
                .single();
    }
}
