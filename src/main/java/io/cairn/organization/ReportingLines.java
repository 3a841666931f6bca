package io.cairn.organization;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Keeps the closure of who stands above whom. Its callers hold the {@link StructureLock} and have refused loops. */
@Component
class ReportingLines {
    private final JdbcClient db;

    ReportingLines(JdbcClient db) {
        this.db = db;
    }

    void begin(UUID person, @Nullable UUID manager) {
        db.sql("""
                insert into organization.reporting_line (manager_id, person_id, depth)
                select :person::uuid, :person::uuid, 0
                union all
                select l.manager_id, :person::uuid, l.depth + 1
                  from organization.reporting_line l
                 where l.person_id = :manager::uuid
                """).param("person", person).param("manager", manager).update();
    }

    /** The person with everybody below comes under the other manager. */
    void move(UUID person, @Nullable UUID manager) {
        db.sql("""
                delete from organization.reporting_line l
                 using organization.reporting_line below, organization.reporting_line above
                 where below.manager_id = :person
                   and above.person_id = :person and above.depth > 0
                   and l.person_id = below.person_id and l.manager_id = above.manager_id
                """).param("person", person).update();
        db.sql("""
                insert into organization.reporting_line (manager_id, person_id, depth)
                select above.manager_id, below.person_id, above.depth + below.depth + 1
                  from organization.reporting_line above
                 cross join organization.reporting_line below
                 where above.person_id = :manager::uuid and below.manager_id = :person
                """).param("person", person).param("manager", manager).update();
    }

    /** Takes a person out of the middle: whoever was below moves one step up. */
    void stepOut(UUID person) {
        db.sql("""
                with nearer as (
                    update organization.reporting_line l set depth = l.depth - 1
                     where l.manager_id in (select a.manager_id from organization.reporting_line a
                                             where a.person_id = :person and a.depth > 0)
                       and l.person_id in (select b.person_id from organization.reporting_line b
                                            where b.manager_id = :person and b.depth > 0)),
                gone as (
                    delete from organization.reporting_line l where l.manager_id = :person and l.depth > 0)
                update organization.person p
                   set manager_id = (select m.manager_id from organization.person m where m.id = :person),
                       version = p.version + 1
                 where p.manager_id = :person
                """).param("person", person).update();
    }
}
