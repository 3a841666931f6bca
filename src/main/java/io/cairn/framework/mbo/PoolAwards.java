package io.cairn.framework.mbo;

import io.cairn.incentive.PoolSpending;
import io.cairn.kernel.Ids;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What plans were given out of pools; one statement. */
@Component
class PoolAwards implements PoolSpending {
    private final JdbcClient db;

    PoolAwards(JdbcClient db) {
        this.db = db;
    }

    private record Spent(UUID pool, BigDecimal given) {}

    @Override
    public Map<UUID, BigDecimal> of(Collection<UUID> pools) {
        Map<UUID, BigDecimal> given = new HashMap<>();
        db.sql("select u.pool, mbo.pool_spent(u.pool) as given from unnest(:pools::uuid[]) as u (pool)")
                .param("pools", Ids.array(pools))
                .query(Spent.class)
                .list()
                .forEach(spent -> given.put(spent.pool(), spent.given()));
        return given;
    }
}
