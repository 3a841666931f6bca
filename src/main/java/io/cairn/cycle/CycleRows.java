package io.cairn.cycle;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.ObjectMapper;

/** Writes cycles, and reads those near one. */
@Component
class CycleRows {
    private final JdbcClient db;
    private final ObjectMapper json;

    CycleRows(JdbcClient db, ObjectMapper json) {
        this.db = db;
        this.json = json;
    }

    /** One statement, however many; a parent stands before what lies in it. */
    void insert(List<Cycle> cycles) {
        db.sql("""
                insert into cycle.cycle (id, name, kind, starts_on, ends_on, parent_id, phase, cadence)
                select c.id, c.name, c.kind, c."startsOn", c."endsOn", c."parentId", c.phase, c.cadence
                  from jsonb_to_recordset(:cycles::jsonb)
                       as c (id uuid, name text, kind text, "startsOn" date, "endsOn" date, "parentId" uuid,
                             phase text, cadence text)
                """).param("cycles", json.writeValueAsString(cycles)).update();
    }

    void update(Cycle cycle) {
        db.sql("""
                update cycle.cycle
                   set name = :name, kind = :kind, starts_on = :startsOn, ends_on = :endsOn, parent_id = :parent,
                       phase = :phase, cadence = :cadence, version = :version
                 where id = :id
                """)
                .param("id", cycle.id())
                .param("name", cycle.name())
                .param("kind", cycle.kind().name())
                .param("startsOn", cycle.startsOn())
                .param("endsOn", cycle.endsOn())
                .param("parent", cycle.parentId())
                .param("phase", cycle.phase().name())
                .param("cadence", cycle.cadence().name())
                .param("version", cycle.version())
                .update();
    }

    void delete(UUID cycle) {
        db.sql("delete from cycle.cycle where id = :id").param("id", cycle).update();
    }

    /** What lies in the cycle, and beside it in the parent. */
    List<Cycle> near(UUID cycle, @Nullable UUID parent) {
        return db.sql(Cycles.CYCLE + """
                 where c.id <> :cycle and (c.parent_id = :cycle or c.parent_id is not distinct from :parent::uuid)
                 order by c.starts_on, c.id
                """)
                .param("cycle", cycle)
                .param("parent", parent)
                .query(Cycle.class)
                .list();
    }
}
