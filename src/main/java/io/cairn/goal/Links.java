package io.cairn.goal;

import io.cairn.access.Audience;
import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.framework.Visibility;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Which goals serve which: a graph without loops in which several parents are normal. Source: frameworks 1.5. */
@Component
@Transactional
public class Links {
    private final JdbcClient db;
    private final Goals goals;
    private final GoalReader reader;
    private final Journal journal;

    Links(JdbcClient db, Goals goals, GoalReader reader, Journal journal) {
        this.db = db;
        this.goals = goals;
        this.reader = reader;
        this.journal = journal;
    }

    /** Links the child to the parent, or changes the link there is. Needs the right to edit the child and to see the parent. */
    public Goal link(Viewer viewer, UUID childId, UUID parentId, LinkContent content) {
        // Both are locked, so that neither changes its audience between being read here and the link being stamped with
        // it.
        Map<UUID, Goal> ends = reader.lockedAll(List.of(childId, parentId));
        Goal child = Goals.editable(seen(ends.get(childId)));
        Goal parent = seen(ends.get(parentId));
        LinkKind kind = Objects.requireNonNullElse(content.kind(), LinkKind.CONTRIBUTES);
        boolean rollup = Boolean.TRUE.equals(content.rollup());
        check(child, parent, kind, rollup, content);
        if (loops(childId, parentId)) {
            throw GoalProblem.ALIGNMENT_CYCLE.exception();
        }
        db.sql("""
                insert into goal.link as l (child_id, parent_id, kind, rollup, share, weight, measure_id, audience_kind,
                                            audience_id, parent_audience_kind, parent_audience_id)
                values (:child, :parent, :kind, :rollup, :share, :weight, :measure, :childKind, :childKey,
                        :parentKind, :parentKey)
                on conflict (child_id, parent_id) do update
                   set kind = excluded.kind, rollup = excluded.rollup, share = excluded.share, weight = excluded.weight,
                       measure_id = excluded.measure_id
                """)
                .param("child", childId)
                .param("parent", parentId)
                .param("kind", kind.name())
                .param("rollup", rollup)
                .param("share", orOne(content.share()))
                .param("weight", orOne(content.weight()))
                .param("measure", content.measureId())
                .param("childKind", child.key().kind().key())
                .param("childKey", child.key().id())
                .param("parentKind", parent.key().kind().key())
                .param("parentKey", parent.key().id())
                .update();
        journal.record(entry(child, parent, "goal.linked", "linked it to").after(content));
        return reader.one(childId);
    }

    private static Goal seen(@Nullable Goal goal) {
        if (goal == null) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return goal;
    }

    public void unlink(Viewer viewer, UUID childId, UUID parentId) {
        Goal child = goals.editable(childId);
        Goal parent = reader.one(parentId);
        int gone = db.sql("delete from goal.link where child_id = :child and parent_id = :parent")
                .param("child", childId)
                .param("parent", parentId)
                .update();
        if (gone == 0) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        journal.record(entry(child, parent, "goal.unlinked", "removed its link to"));
    }

    private static void check(Goal child, Goal parent, LinkKind kind, boolean rollup, LinkContent content) {
        if (child.id().equals(parent.id())) {
            throw GoalProblem.SELF_LINK.at("parentId").exception();
        }
        if (parent.state() == GoalStatus.CANCELLED || parent.state() == GoalStatus.CLOSED) {
            throw GoalProblem.GOAL_CLOSED.exception();
        }
        Texts texts = new Texts();
        if (rollup && !kind.mayRollUp()) {
            texts.add(GoalProblem.ROLLUP_NOT_FOR_KIND.at("rollup"));
        }
        if (child.visibility() != Visibility.PUBLIC_ORG && (rollup || kind != LinkKind.SUPPORTS)) {
            texts.add(GoalProblem.PRIVATE_GOAL_SUPPORTS_ONLY.at("kind"));
        }
        number(content.share(), "share", texts);
        number(content.weight(), "weight", texts);
        if (content.measureId() != null) {
            texts.unknown(
                    "measureId",
                    parent.live().stream().anyMatch(measure -> measure.id().equals(content.measureId())));
        }
        if (apart(child, parent)) {
            texts.add(GoalProblem.CYCLES_APART.at("parentId"));
        }
        texts.refuseIfAny();
    }

    private static void number(@Nullable BigDecimal value, String field, Texts texts) {
        NumberProblem tooMuch = value == null ? null : Quantity.problem(value);
        Problem problem = tooMuch != null
                ? tooMuch.at(field)
                : value != null && value.signum() < 0 ? GoalProblem.NEGATIVE_WEIGHT.at(field) : null;
        if (problem != null) {
            texts.add(problem);
        }
    }

    private static boolean apart(Goal child, Goal parent) {
        return child.startsOn() != null
                && child.endsOn() != null
                && parent.startsOn() != null
                && parent.endsOn() != null
                && (child.endsOn().isBefore(parent.startsOn())
                        || parent.endsOn().isBefore(child.startsOn()));
    }

    /**
     * A link tells of both ends, so its line in the journal is read by those who see the less open one; where neither is open
     * to all, it does not name the parent, because who sees the one may not see the other.
     */
    private static Entry entry(Goal child, Goal parent, String action, String summary) {
        boolean childIsOpen = child.key().equals(Audience.EVERYONE);
        boolean named = childIsOpen
                || parent.key().equals(Audience.EVERYONE)
                || parent.key().equals(child.key());
        return Entry.of(action, "goal", child.id(), summary + (named ? " “" + parent.title() + "”" : " another goal"))
                .goal(child.id())
                .seenBy(childIsOpen ? parent.key() : child.key());
    }

    private boolean loops(UUID child, UUID parent) {
        return db.sql("select goal.would_loop(:child, :parent)")
                .param("child", child)
                .param("parent", parent)
                .query(Boolean.class)
                .single();
    }

    private static BigDecimal orOne(@Nullable BigDecimal value) {
        return value == null ? BigDecimal.ONE : value;
    }
}
