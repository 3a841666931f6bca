package io.cairn.metric;

import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import io.cairn.kernel.PersonRef;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Finds metrics by what they are and how they fare. */
@Component
@Transactional(readOnly = true)
public class MetricSearch {
    private final JdbcClient db;
    private final MetricReader reader;

    MetricSearch(JdbcClient db, MetricReader reader) {
        this.db = db;
        this.reader = reader;
    }

    /**
     * Which metrics are wanted; null and empty lists mean any.
     *
     * @param q part of the name, category or segment, in any case
     * @param below those of this team and of all teams below it
     * @param noteMissing those that are red without a note
     */
    public record Wanted(
            @Nullable String q,
            List<MetricStatus> statuses,
            @Nullable MetricState state,
            @Nullable Frequency frequency,
            @Nullable Direction direction,
            @Nullable MetricLevel level,
            @Nullable String category,
            @Nullable String segment,
            @Nullable UUID owner,
            @Nullable UUID team,
            @Nullable UUID below,
            @Nullable UUID parent,
            @Nullable Boolean noteMissing) {

        public static final Wanted ANY =
                new Wanted(null, List.of(), null, null, null, null, null, null, null, null, null, null, null);

        public static Wanted ofOwner(UUID owner) {
            return new Wanted(
                    null, List.of(), MetricState.ACTIVE, null, null, null, null, null, owner, null, null, null, null);
        }

        public static Wanted ofTeam(UUID team) {
            return new Wanted(
                    null, List.of(), MetricState.ACTIVE, null, null, null, null, null, null, team, null, null, null);
        }
    }

    private static final String WHERE = """
             where 'kpi' <> all ((select framework.unused())::text[])
               and (:q::text is null or position(lower(:q) in lower(m.name)) > 0
                    or position(lower(:q) in lower(m.category)) > 0 or position(lower(:q) in lower(m.segment)) > 0)
               and (:anyStatus or m.status = any (:statuses))
               and (:state::text is null or m.state = :state)
               and (:frequency::text is null or m.frequency = :frequency)
               and (:direction::text is null or m.direction = :direction)
               and (:level::text is null or m.level = :level)
               and (:category::text is null or lower(m.category) = lower(:category))
               and (:segment::text is null or lower(m.segment) = lower(:segment))
               and (:owner::uuid is null or m.owner_id = :owner)
               and (:team::uuid is null or m.team_id = :team)
               and (:below::uuid is null or m.team_id in (
                    select l.team_id from organization.team_line l where l.above_id = :below))
               and (:parent::uuid is null or m.parent_id = :parent)
               and (:noteMissing::boolean is null or m.note_missing = :noteMissing)
            """;

    /** By name, then id. */
    public Page<Metric> find(Wanted wanted, int limit, @Nullable String cursor) {
        Place after = Place.decode(cursor);
        List<Metric> rows = given(db.sql(MetricReader.COLUMNS + MetricReader.FROM + WHERE + """
                           and (:afterId::uuid is null or (m.name, m.id) > (:afterName, :afterId))
                         order by m.name, m.id
                         limit :rows
                        """), wanted)
                .param("afterName", after.name())
                .param("afterId", after.id())
                .param("rows", limit + 1)
                .query(reader::metric)
                .list();
        return Page.of(rows, limit, metric -> metric.name() + " " + metric.id());
    }

    /** In which order a list of metrics stands. */
    public enum Order {
        STATUS("Worst first"),
        NAME("By name");

        private final String label;

        Order(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** A piece of a list, and whether there are more after it. */
    public record Part(List<Metric> metrics, boolean more) {}

    /** One page of a list, counted from 0. Retired metrics are left out where no state is asked for. */
    public Part page(Wanted wanted, Order order, int page, int size) {
        List<Metric> rows = given(db.sql(MetricReader.COLUMNS + MetricReader.FROM + WHERE + """
                           and (:state::text is not null or m.state <> 'RETIRED')
                         order by case when :byName then 0 else
                                  array_position(array['RED', 'AMBER', 'STALE', 'NO_DATA', 'GREEN', 'MONITOR'], m.status) end,
                                  lower(m.name), m.id
                         limit :rows offset :offset
                        """), wanted)
                .param("byName", order == Order.NAME)
                .param("rows", size + 1)
                .param("offset", (long) page * size)
                .query(reader::metric)
                .list();
        return new Part(List.copyOf(rows.subList(0, Math.min(size, rows.size()))), rows.size() > size);
    }

    /** A metric that can be chosen. */
    public record Choice(UUID id, String name, String unit) {}

    /** What can be chosen in a form, by name: the first {@code most} that are not retired. */
    public List<Choice> choices(int most) {
        return db.sql("""
                select m.id, m.name, m.unit
                  from metric.metric m
                 where m.state <> 'RETIRED'
                 order by lower(m.name), m.id
                 limit :most
                """).param("most", most).query(Choice.class).list();
    }

    /** What lists are narrowed by: the categories and the owners of the metrics there are. */
    public record Narrowing(List<String> categories, List<PersonRef> owners) {}

    public Narrowing narrowing() {
        List<String> categories = new ArrayList<>();
        List<PersonRef> owners = new ArrayList<>();
        db.sql("""
                select distinct null::uuid as id, m.category as name from metric.metric m where m.category <> ''
                union all
                (select distinct p.id, p.name from metric.metric m join organization.person p on p.id = m.owner_id)
                order by name, id
                """).query(row -> {
            UUID owner = row.getObject("id", UUID.class);
            if (owner == null) {
                categories.add(row.getString("name"));
            } else {
                owners.add(new PersonRef(owner, row.getString("name")));
            }
        });
        return new Narrowing(categories, owners);
    }

    /** All that have one of these above them, directly; by name. */
    public List<Metric> below(Collection<UUID> parents, int most) {
        return db.sql(MetricReader.COLUMNS + MetricReader.FROM
                        + " where m.parent_id = any (:parents::uuid[]) order by m.name, m.id limit :most")
                .param("parents", Ids.array(parents))
                .param("most", most)
                .query(reader::metric)
                .list();
    }

    private static JdbcClient.StatementSpec given(JdbcClient.StatementSpec sql, Wanted wanted) {
        return sql.param("q", wanted.q())
                .param("anyStatus", wanted.statuses().isEmpty())
                .param(
                        "statuses",
                        wanted.statuses().stream().map(MetricStatus::name).toArray(String[]::new))
                .param("state", name(wanted.state()))
                .param("frequency", name(wanted.frequency()))
                .param("direction", name(wanted.direction()))
                .param("level", name(wanted.level()))
                .param("category", wanted.category())
                .param("segment", wanted.segment())
                .param("owner", wanted.owner())
                .param("team", wanted.team())
                .param("below", wanted.below())
                .param("parent", wanted.parent())
                .param("noteMissing", wanted.noteMissing());
    }

    private static @Nullable String name(@Nullable Enum<?> constant) {
        return constant == null ? null : constant.name();
    }

    private record Place(@Nullable String name, @Nullable UUID id) {
        static Place decode(@Nullable String cursor) {
            String text = Cursor.decode(cursor);
            if (text == null) {
                return new Place(null, null);
            }
            int space = text.lastIndexOf(' ');
            try {
                return new Place(text.substring(0, space), UUID.fromString(text.substring(space + 1)));
            } catch (RuntimeException forged) {
                throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
            }
        }
    }
}
