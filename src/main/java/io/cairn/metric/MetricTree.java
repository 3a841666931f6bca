package io.cairn.metric;

import io.cairn.access.Audience;
import io.cairn.kernel.Ids;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which metrics stand below which, and who would see through one into another. */
@Component
class MetricTree {
    private final JdbcClient db;

    MetricTree(JdbcClient db) {
        this.db = db;
    }

    /** The metrics directly below, as far as the viewer sees them. */
    Set<UUID> below(UUID metric) {
        return new HashSet<>(db.sql("select m.id from metric.metric m where m.parent_id = :metric")
                .param("metric", metric)
                .query(UUID.class)
                .list());
    }

    /** A metric that was moved is an input of the one above it from now on, if that one adds up, and of its old one no longer. */
    void moveBelow(UUID metric, @Nullable UUID from, @Nullable UUID to) {
        db.sql("""
                with gone as (
                    delete from metric.input i using metric.metric m
                     where i.input_id = :metric and i.metric_id = :from and m.id = i.metric_id and m.adds_up)
                insert into metric.input (metric_id, input_id, audience_kind, audience_id)
                select m.id, :metric, m.audience_kind, m.audience_id
                  from metric.metric m
                 where m.id = :to and m.adds_up
                on conflict do nothing
                """).param("metric", metric).param("from", from).param("to", to).update();
    }

    /**
     * Whether somebody could see a computed metric and not what it is made of: an input, or one below a metric that adds
     * them up, is kept from some who hold its key.
     *
     * @param key the metric's own, as it will be
     */
    boolean widens(UUID metric, Audience key, Collection<UUID> inputs, @Nullable UUID parent, boolean addsUp) {
        return db.sql("""
                select exists (select 1 from metric.metric i
                                where (i.id = any (:inputs::uuid[]) or (:addsUp and i.parent_id = :metric))
                                  and i.audience_kind <> 'everyone' and i.audience_id <> :key)
                    or (:kind <> 'everyone'
                        and metric.shows_through(:metric, :parent, :key))
                """)
                .param("inputs", Ids.array(inputs))
                .param("addsUp", addsUp)
                .param("metric", metric)
                .param("kind", key.kind().key())
                .param("key", key.id())
                .param("parent", parent)
                .query(Boolean.class)
                .single();
    }
}
