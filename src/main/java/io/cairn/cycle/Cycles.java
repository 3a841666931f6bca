package io.cairn.cycle;

import io.cairn.kernel.Cursor;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Page;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads cycles. Everybody who is signed in sees all of them; changes are in {@link CyclePlan}. */
@Component
@Transactional(readOnly = true)
public class Cycles {
    static final String CYCLE = """
            select c.id, c.name, c.kind, c.starts_on, c.ends_on, c.parent_id, c.phase, c.cadence, c.version
              from cycle.cycle c
            """;

    private static final int QUARTER_DAYS = 91;

    private final JdbcClient db;

    Cycles(JdbcClient db) {
        this.db = db;
    }

    public Optional<Cycle> find(UUID cycle) {
        return db.sql(CYCLE + " where c.id = :cycle")
                .param("cycle", cycle)
                .query(Cycle.class)
                .optional();
    }

    /** @throws io.cairn.kernel.ProblemException NOT_FOUND */
    public Cycle require(UUID cycle) {
        return find(cycle).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    /** Those of these ids that exist, earliest first. */
    public List<Cycle> of(Collection<UUID> cycles) {
        return db.sql(CYCLE + " where c.id = any (:cycles::uuid[]) order by c.starts_on, c.id")
                .param("cycles", Ids.array(cycles))
                .query(Cycle.class)
                .list();
    }

    /** All, earliest first, the longer before the shorter. */
    public List<Cycle> all() {
        return db.sql(CYCLE + " order by c.starts_on, c.ends_on desc, c.id")
                .query(Cycle.class)
                .list();
    }

    /** The cycle of this kind that the day lies in; of several the one nested deepest, then the one that began last. */
    public Optional<Cycle> current(LocalDate day, CycleKind kind) {
        return db.sql(CYCLE + """
                 where c.kind = :kind and :day between c.starts_on and c.ends_on
                 order by (c.parent_id is null), c.starts_on desc, c.id
                 limit 1
                """)
                .param("kind", kind.name())
                .param("day", day)
                .query(Cycle.class)
                .optional();
    }

    /** Of these the one that is meant where none is named: the day lies in it or near it, and it is most like a quarter. */
    public static Optional<Cycle> usual(List<Cycle> all, LocalDate day) {
        return all.stream()
                .min(Comparator.<Cycle>comparingLong(cycle -> distance(cycle, day))
                        .thenComparingLong(Cycles::unlikeQuarter)
                        .thenComparing(Cycle::startsOn, Comparator.reverseOrder()));
    }

    private static long distance(Cycle cycle, LocalDate day) {
        if (cycle.covers(day)) {
            return 0;
        }
        return Math.abs(
                ChronoUnit.DAYS.between(day, day.isBefore(cycle.startsOn()) ? cycle.startsOn() : cycle.endsOn()));
    }

    private static long unlikeQuarter(Cycle cycle) {
        return Math.abs(ChronoUnit.DAYS.between(cycle.startsOn(), cycle.endsOn()) + 1 - QUARTER_DAYS);
    }

    /** From the top down to the cycle itself; empty when there is none with this id. */
    public List<Cycle> path(UUID cycle) {
        return db.sql("""
                with recursive path as (
                    select c.*, 0 as above from cycle.cycle c where c.id = :cycle
                    union all
                    select c.*, p.above + 1 from cycle.cycle c join path p on c.id = p.parent_id)
                select p.id, p.name, p.kind, p.starts_on, p.ends_on, p.parent_id, p.phase, p.cadence, p.version
                  from path p
                 order by p.above desc
                """).param("cycle", cycle).query(Cycle.class).list();
    }

    /** The cycle itself and all that lie in it. */
    public List<Cycle> inside(UUID cycle) {
        return db.sql("""
                with recursive tree as (
                    select c.* from cycle.cycle c where c.id = :cycle
                    union all
                    select c.* from cycle.cycle c join tree t on c.parent_id = t.id)
                select t.id, t.name, t.kind, t.starts_on, t.ends_on, t.parent_id, t.phase, t.cadence, t.version
                  from tree t
                 order by t.starts_on, t.ends_on desc, t.id
                """).param("cycle", cycle).query(Cycle.class).list();
    }

    /** Earliest first, then by id. */
    public Page<Cycle> list(CycleFilter filter, int limit, @Nullable String cursor) {
        Place after = Place.decode(cursor);
        List<Cycle> rows = db.sql(CYCLE + """
                 where (:name::text is null or position(lower(:name) in lower(c.name)) > 0)
                   and (:kind::text is null or c.kind = :kind)
                   and (:phase::text is null or c.phase = :phase)
                   and (:parent::uuid is null or c.parent_id = :parent)
                   and (:afterId::uuid is null or (c.starts_on, c.id) > (:afterDay::date, :afterId))
                 order by c.starts_on, c.id
                 limit :rows
                """)
                .param("name", filter.name())
                .param("kind", filter.kind() == null ? null : filter.kind().name())
                .param("phase", filter.phase() == null ? null : filter.phase().name())
                .param("parent", filter.parentId())
                .param("afterDay", after.day())
                .param("afterId", after.id())
                .param("rows", limit + 1)
                .query(Cycle.class)
                .list();
        return Page.of(rows, limit, cycle -> cycle.startsOn() + " " + cycle.id());
    }

    private record Place(@Nullable LocalDate day, @Nullable UUID id) {
        static Place decode(@Nullable String cursor) {
            String position = Cursor.decode(cursor);
            if (position == null) {
                return new Place(null, null);
            }
            try {
                int blank = position.indexOf(' ');
                return new Place(
                        LocalDate.parse(position.substring(0, blank)), UUID.fromString(position.substring(blank + 1)));
            } catch (DateTimeParseException | IllegalArgumentException | IndexOutOfBoundsException otherList) {
                throw GeneralProblem.INVALID_CURSOR.at("cursor").exception();
            }
        }
    }
}
