package io.cairn.metric;

import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Looks up, in one statement, whom and what a metric's content refers to. */
@Component
class MetricSurroundings {
    private final JdbcClient db;

    MetricSurroundings(JdbcClient db) {
        this.db = db;
    }

    /**
     * What the references turned out to be.
     *
     * @param led whether the viewer leads the owner or the team, at any distance
     * @param parentKey the key of the metric above, as far as the viewer sees it
     * @param wouldLoop whether the metric above or an input is already below or made of this one
     */
    record Found(
            boolean ownerKnown,
            boolean teamKnown,
            boolean parentKnown,
            int readersKnown,
            int inputsKnown,
            boolean led,
            boolean wouldLoop) {}

    Found find(UUID metric, UUID owner, MetricContent content, List<UUID> inputs, @Nullable UUID keptOwner) {
        UUID[] readers = content.readersOrNone().stream()
                .filter(Objects::nonNull)
                .distinct()
                .toArray(UUID[]::new);
        return db.sql("""
                select exists (select 1 from organization.person p
                                where p.id = :owner and (p.status = 'ACTIVE' or p.id = :keptOwner)) as owner_known,
                       (:team::uuid is null or exists (select 1 from organization.team t where t.id = :team)) as team_known,
                       (:parent::uuid is null or exists (select 1 from metric.metric m where m.id = :parent)) as parent_known,
                       (select count(*) from organization.person p where p.id = any (:readers))::int as readers_known,
                       (select count(*) from metric.metric m where m.id = any (:inputs))::int as inputs_known,
                       (exists (select 1 from organization.reporting_line r
                                 where r.person_id = :owner and r.manager_id = access.person())
                        or exists (select 1 from organization.team_line l join organization.team led on led.id = l.above_id
                                    where l.team_id = :team and led.leader_id = access.person())) as led,
                       metric.would_loop(:metric, :inputs) or metric.above_itself(:metric, :parent) as would_loop
                """)
                .param("metric", metric)
                .param("owner", owner)
                .param("keptOwner", keptOwner)
                .param("team", content.teamId())
                .param("parent", content.parentId())
                .param("readers", readers)
                .param("inputs", inputs.toArray(UUID[]::new))
                .query(Found.class)
                .single();
    }
}
