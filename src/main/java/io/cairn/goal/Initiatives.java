package io.cairn.goal;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The work that helps a goal: added and changed by those who may change the goal. */
@Component
@Transactional
public class Initiatives {
    private static final String SELECT = """
            select i.id, i.goal_id, i.title, i.owner_id, p.name as owner_name, i.due_on, i.status, i.measure_ids, i.version
              from goal.initiative i
              left join organization.person p on p.id = i.owner_id
            """;
    private final JdbcClient db;
    private final Goals goals;
    private final GoalReader reader;
    private final Placement placement;
    private final Journal journal;

    Initiatives(JdbcClient db, Goals goals, GoalReader reader, Placement placement, Journal journal) {
        this.db = db;
        this.goals = goals;
        this.reader = reader;
        this.placement = placement;
        this.journal = journal;
    }

    /** Oldest first. */
    @Transactional(readOnly = true)
    public Page<Initiative> of(UUID goal, int limit, @Nullable UUID after) {
        List<Initiative> rows = db.sql(SELECT + """
                 where i.goal_id = :goal and (:after::uuid is null or i.id > :after)
                 order by i.id
                 limit :rows
                """)
                .param("goal", goal)
                .param("after", after)
                .param("rows", limit + 1)
                .query(Initiatives::initiative)
                .list();
        if (rows.isEmpty()) {
            reader.one(goal);
        }
        return Page.of(rows, limit, initiative -> initiative.id().toString());
    }

    /** Of a goal that has been read already, and so is seen. */
    @Transactional(readOnly = true)
    public List<Initiative> ofSeen(UUID goal) {
        return db.sql(SELECT + " where i.goal_id = :goal order by i.id")
                .param("goal", goal)
                .query(Initiatives::initiative)
                .list();
    }

    @Transactional(readOnly = true)
    public Initiative get(UUID id) {
        return db.sql(SELECT + " where i.id = :id")
                .param("id", id)
                .query(Initiatives::initiative)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    @Transactional(readOnly = true)
    public Initiative.Content content(UUID id) {
        return Initiative.Content.of(get(id));
    }

    public Initiative add(Viewer viewer, UUID goalId, Initiative.Content content) {
        Goal goal = goals.editable(goalId);
        String title = check(goal, content, null);
        UUID id = Ids.next();
        db.sql("""
                insert into goal.initiative (id, goal_id, title, owner_id, due_on, status, measure_ids, audience_kind,
                                             audience_id)
                values (:id, :goal, :title, :owner, :due, :status, :measures, :keyKind, :keyId)
                """)
                .param("id", id)
                .param("goal", goalId)
                .param("title", title)
                .param("owner", content.ownerId())
                .param("due", content.dueOn())
                .param(
                        "status",
                        Objects.requireNonNullElse(content.status(), Initiative.Status.TODO)
                                .name())
                .param("measures", Placement.distinct(content.measureIds()))
                .param("keyKind", goal.key().kind().key())
                .param("keyId", goal.key().id())
                .update();
        journal.record(entry(goal, id, "initiative.added", "added the initiative “" + title + "”"));
        return get(id);
    }

    public Initiative edit(Viewer viewer, UUID id, Initiative.Content content, int version) {
        Initiative before = get(id);
        Goal goal = goals.editable(before.goalId());
        String title = check(goal, content, before);
        int changed = db.sql("""
                update goal.initiative
                   set title = :title, owner_id = :owner, due_on = :due, status = :status, measure_ids = :measures,
                       version = version + 1
                 where id = :id and version = :version
                """)
                .param("id", id)
                .param("version", version)
                .param("title", title)
                .param("owner", content.ownerId())
                .param("due", content.dueOn())
                .param(
                        "status",
                        Objects.requireNonNullElse(content.status(), Initiative.Status.TODO)
                                .name())
                .param("measures", Placement.distinct(content.measureIds()))
                .update();
        Initiative after = get(id);
        if (changed == 0) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", after).exception();
        }
        journal.record(entry(goal, id, "initiative.edited", "changed the initiative “" + title + "”")
                .before(before)
                .after(after));
        return after;
    }

    public void remove(Viewer viewer, UUID id) {
        Initiative before = get(id);
        Goal goal = goals.editable(before.goalId());
        db.sql("delete from goal.initiative where id = :id").param("id", id).update();
        journal.record(entry(goal, id, "initiative.removed", "removed the initiative “" + before.title() + "”")
                .before(before));
    }

    /** @param before what it named until now stays, be it a person who has left or a measure that is gone */
    private String check(Goal goal, Initiative.Content content, @Nullable Initiative before) {
        Texts texts = new Texts();
        String title = texts.needed("title", content.title(), 1, 200);
        Ref owner = before == null ? null : before.owner();
        if (content.ownerId() != null && (owner == null || !owner.id().equals(content.ownerId()))) {
            texts.unknown("ownerId", placement.isActivePerson(content.ownerId()));
        }
        Set<UUID> known = goal.measures().stream().map(Measure::id).collect(Collectors.toSet());
        known.addAll(before == null ? List.of() : before.measureIds());
        texts.unknown("measureIds", known.containsAll(List.of(Placement.distinct(content.measureIds()))));
        texts.refuseIfAny();
        return title;
    }

    private static Entry entry(Goal goal, UUID id, String action, String summary) {
        return Entry.of(action, "initiative", id, summary).goal(goal.id()).seenBy(goal.key());
    }

    private static Initiative initiative(ResultSet row, int number) throws SQLException {
        UUID owner = row.getObject("owner_id", UUID.class);
        return new Initiative(
                row.getObject("id", UUID.class),
                row.getObject("goal_id", UUID.class),
                row.getString("title"),
                owner == null ? null : new Ref(owner, row.getString("owner_name")),
                row.getObject("due_on", LocalDate.class),
                Initiative.Status.valueOf(row.getString("status")),
                List.of((UUID[]) row.getArray("measure_ids").getArray()),
                row.getInt("version"));
    }
}
