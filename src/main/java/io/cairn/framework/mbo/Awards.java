package io.cairn.framework.mbo;

import io.cairn.incentive.BonusTargets;
import io.cairn.incentive.IncentiveProblem;
import io.cairn.incentive.Pool;
import io.cairn.incentive.Pools;
import io.cairn.incentive.TargetMoney;
import io.cairn.kernel.Display;
import io.cairn.kernel.Money;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Gives discretionary lines what their manager gives them, out of pools that are never overdrawn. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Awards {
    private final JdbcClient db;
    private final Pools pools;
    private final BonusTargets targets;

    Awards(JdbcClient db, Pools pools, BonusTargets targets) {
        this.db = db;
        this.pools = pools;
        this.targets = targets;
    }

    /** A line that is given another amount, or the same out of another pool. */
    private record Gift(int place, UUID line, BigDecimal amount) {
        String field(String name) {
            return "objectives[" + place + "]." + name;
        }
    }

    /**
     * The pools that these are given out of, by line and locked until the transaction ends; a line whose amount and pool stay is
     * not among them.
     *
     * @param chosen the pool that was named, by line; else the one that gave before, or the newest in the plan's currency
     * @throws ProblemException POOL_NEEDED, POOL_CURRENCY, POOL_EXHAUSTED at the line
     */
    Map<UUID, Pool> charged(Plan plan, UUID holder, List<ScoreWriter.Final> finals, Map<UUID, UUID> chosen) {
        Map<UUID, UUID> former = former(plan);
        List<Gift> gifts = gifts(plan, finals, chosen, former);
        if (gifts.isEmpty()) {
            return Map.of();
        }
        List<Pool> held = pools.heldBy(holder, plan.endsOn());
        Currency currency = currency(plan);
        Map<UUID, Pool> charged = new LinkedHashMap<>();
        List<Problem> problems = new ArrayList<>();
        for (Gift gift : gifts) {
            Pool pool = pool(held, chosen.get(gift.line()), former.get(gift.line()), currency);
            Problem wrong = wrong(gift, pool, chosen.containsKey(gift.line()), currency);
            if (wrong != null) {
                problems.add(wrong);
            } else if (pool != null) {
                charged.put(gift.line(), pool);
            }
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        covered(plan, holder, finals, gifts, charged, former);
        return charged;
    }

    private Map<UUID, UUID> former(Plan plan) {
        Map<UUID, UUID> former = new HashMap<>();
        boolean asked = plan.objectives().stream().anyMatch(line -> line.awarded() != null);
        if (asked) {
            db.sql("select o.id, o.pool_id from mbo.objective o where o.plan_id = :plan and o.pool_id is not null")
                    .param("plan", plan.id())
                    .query(row -> {
                        former.put(row.getObject("id", UUID.class), row.getObject("pool_id", UUID.class));
                    });
        }
        return former;
    }

    private static Map<UUID, BigDecimal> before(Plan plan) {
        Map<UUID, BigDecimal> before = new HashMap<>();
        plan.objectives()
                .forEach(line -> before.put(line.id(), Objects.requireNonNullElse(line.awarded(), BigDecimal.ZERO)));
        return before;
    }

    private static List<Gift> gifts(
            Plan plan, List<ScoreWriter.Final> finals, Map<UUID, UUID> chosen, Map<UUID, UUID> former) {
        Map<UUID, BigDecimal> before = before(plan);
        List<Gift> gifts = new ArrayList<>();
        for (int i = 0; i < finals.size(); i++) {
            ScoreWriter.Final one = finals.get(i);
            BigDecimal awarded = one.awarded();
            if (awarded == null || awarded.signum() == 0) {
                continue;
            }
            UUID named = chosen.get(one.id());
            boolean moved = named != null && !named.equals(former.get(one.id()));
            if (moved || awarded.compareTo(before.getOrDefault(one.id(), BigDecimal.ZERO)) != 0) {
                gifts.add(new Gift(i, one.id(), awarded));
            }
        }
        return gifts;
    }

    /** Null where nobody set a bonus target: the plan has no currency then. */
    private @Nullable Currency currency(Plan plan) {
        return !plan.pays()
                ? null
                : targets.segments(plan.employee().id(), plan.period().pay(plan.startsOn(), plan.endsOn()))
                        .map(TargetMoney::currency)
                        .orElse(null);
    }

    private static @Nullable Pool pool(
            List<Pool> held, @Nullable UUID named, @Nullable UUID former, @Nullable Currency currency) {
        UUID wanted = named != null ? named : former;
        for (Pool pool : held) {
            if (pool.id().equals(wanted)) {
                return pool;
            }
        }
        if (named != null || held.isEmpty()) {
            return null;
        }
        return held.stream()
                .filter(pool -> currency != null && pool.currency().equals(currency.getCurrencyCode()))
                .findFirst()
                .orElse(held.getFirst());
    }

    private static @Nullable Problem wrong(Gift gift, @Nullable Pool pool, boolean named, @Nullable Currency currency) {
        if (pool == null) {
            return named
                    ? MboProblem.POOL_NEEDED
                            .saying("You hold no such pool for the day on which this plan ends.")
                            .at(gift.field("poolId"))
                    : MboProblem.POOL_NEEDED.at(gift.field("awarded"));
        }
        if (currency != null && !pool.currency().equals(currency.getCurrencyCode())) {
            return MboProblem.POOL_CURRENCY
                    .saying("The plan pays in %s and the pool “%s” is in %s."
                            .formatted(currency.getCurrencyCode(), pool.name(), pool.currency()))
                    .at(gift.field("awarded"));
        }
        return Money.exact(gift.amount(), Currency.getInstance(pool.currency()))
                ? null
                : IncentiveProblem.AMOUNT_TOO_PRECISE.at(gift.field("awarded"));
    }

    /** What is given more now than these lines were given before is left in each pool. */
    private void covered(
            Plan plan,
            UUID holder,
            List<ScoreWriter.Final> finals,
            List<Gift> gifts,
            Map<UUID, Pool> charged,
            Map<UUID, UUID> former) {
        pools.lock(charged.values().stream().map(Pool::id).distinct().toList());
        Map<UUID, BigDecimal> more = new HashMap<>();
        Map<UUID, BigDecimal> before = before(plan);
        for (ScoreWriter.Final one : finals) {
            UUID was = former.get(one.id());
            Pool pool = charged.get(one.id());
            UUID is = pool == null ? was : pool.id();
            if (was != null) {
                more.merge(was, before.getOrDefault(one.id(), BigDecimal.ZERO).negate(), BigDecimal::add);
            }
            if (is != null) {
                more.merge(is, Objects.requireNonNullElse(one.awarded(), BigDecimal.ZERO), BigDecimal::add);
            }
        }
        Map<UUID, Gift> last = new LinkedHashMap<>();
        gifts.forEach(gift ->
                last.put(Objects.requireNonNull(charged.get(gift.line())).id(), gift));
        for (Pool pool : pools.heldBy(holder, plan.endsOn())) {
            Gift gift = last.get(pool.id());
            if (gift != null && more.getOrDefault(pool.id(), BigDecimal.ZERO).compareTo(pool.remaining()) > 0) {
                throw MboProblem.POOL_EXHAUSTED
                        .saying("The pool “%s” has %s left.".formatted(pool.name(), Display.money(pool.left())))
                        .at(gift.field("awarded"))
                        .exception();
            }
        }
    }
}
