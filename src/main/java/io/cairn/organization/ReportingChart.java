package io.cairn.organization;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The organisation by reporting line: three levels at a time, so that a large one can be read and sent. */
@Component
@Transactional(readOnly = true)
public class ReportingChart {
    private static final int LEVELS = 3;
    private static final int MOST = 500;

    private final JdbcClient db;

    ReportingChart(JdbcClient db) {
        this.db = db;
    }

    /**
     * Somebody and those directly below.
     *
     * @param below how many active people report to this one at any distance
     */
    public record Node(UUID id, String name, String jobTitle, int below, List<Node> reports) {
        /** People below who are not shown here. */
        public boolean continues() {
            return reports.isEmpty() && below > 0;
        }
    }

    private record Row(
            UUID id, String name, String jobTitle, @Nullable UUID managerId, int below) {}

    /** From those without a manager down, or from this person down. One statement. */
    public List<Node> from(@Nullable UUID top) {
        List<Row> rows = db.sql("""
                select p.id, p.name, p.job_title, p.manager_id,
                       (select count(*) from organization.reporting_line b
                          join organization.person q on q.id = b.person_id
                         where b.manager_id = p.id and b.depth > 0 and q.status = 'ACTIVE') as below
                  from organization.person p
                 where p.status = 'ACTIVE'
                   and case when :top::uuid is null
                       then not exists (select 1 from organization.reporting_line l
                                         where l.person_id = p.id and l.depth >= :levels)
                       else exists (select 1 from organization.reporting_line l
                                     where l.person_id = p.id and l.manager_id = :top and l.depth < :levels) end
                 order by p.name, p.id
                 limit :most
                """)
                .param("top", top)
                .param("levels", LEVELS)
                .param("most", MOST)
                .query(Row.class)
                .list();
        Map<UUID, List<Row>> reports = rows.stream()
                .filter(row -> row.managerId() != null)
                .collect(Collectors.groupingBy(row -> Objects.requireNonNull(row.managerId())));
        return rows.stream()
                .filter(row -> top == null ? row.managerId() == null : row.id().equals(top))
                .map(row -> node(row, reports))
                .toList();
    }

    private static Node node(Row row, Map<UUID, List<Row>> reports) {
        List<Node> below = reports.getOrDefault(row.id(), List.of()).stream()
                .map(report -> node(report, reports))
                .toList();
        return new Node(row.id(), row.name(), row.jobTitle(), row.below(), below);
    }
}
