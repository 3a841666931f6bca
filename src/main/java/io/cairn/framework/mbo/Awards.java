package io.cairn.framework.mbo;

import io.cairn.incentive.Pool;
import io.cairn.incentive.Pools;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
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

    /**
     * The pool that these are given out of, locked until the transaction ends; null where nothing is given.
     *
     * @throws ProblemException POOL_NEEDED, POOL_EXHAUSTED at the line's amount
     */
    @Nullable
    UUID poolFor(Plan plan, UUID holder, List<ScoreWriter.Final> finals) {
        Map<UUID, BigDecimal> before = new HashMap<>();
        plan.objectives().forEach(line -> {
            if (line.awarded() != null) {
                before.put(line.id(), line.awarded());
            }
        });
        BigDecimal more = BigDecimal.ZERO;
        int last = -1;
        for (int i = 0; i < finals.size(); i++) {
            BigDecimal awarded = finals.get(i).awarded();
            if (awarded != null && awarded.signum() > 0) {
                last = i;
            }
            more = more.add(Objects.requireNonNullElse(awarded, BigDecimal.ZERO))
                    .subtract(before.getOrDefault(finals.get(i).id(), BigDecimal.ZERO));
        }
        if (last < 0) {
            return null;
        }
        String field = "objectives[" + last + "].awarded";
        Pool pool = pools.heldBy(holder, plan.endsOn()).orElseThrow(() -> refusal(MboProblem.POOL_NEEDED, field));
        lock(pool.id());
        BigDecimal left = pool.amount().subtract(spent(pool.id()));
        if (more.compareTo(left) > 0) {
            throw MboProblem.POOL_EXHAUSTED
                    .saying("The pool “%s” has %s %s left."
                            .formatted(pool.name(), left.stripTrailingZeros().toPlainString(), pool.currency()))
                    .at(field)
                    .exception();
        }
        return pool.id();
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
