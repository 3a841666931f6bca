package io.cairn.goal;

import io.cairn.kernel.Ids;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** The metrics that a key result may follow or a guardrail may be: open to everybody, and still measured. */
@Component
@Transactional(readOnly = true)
public class MetricChoices {
    private static final int MOST = 500;

    private final JdbcClient db;

    MetricChoices(JdbcClient db) {
        this.db = db;
    }

    /** @param label its name, with its owner where another one has the same name */
    public record Choice(UUID id, String label, String unit) {}

    private record Row(UUID id, String name, String unit, String owner, boolean shared) {
        Choice choice() {
            return new Choice(id, shared ? name + " · " + owner : name, unit);
        }
    }

    /**
     * By name; none but the chosen where KPIs are not in use. One statement.
     *
     * @param q part of the name or the category, in any case; null for any
     * @param chosen what is offered in any case, because something follows it already
     * @param typed names that come first, in lower case, so that they are among the {@code most}
     */
    public List<Choice> find(@Nullable String q, Collection<UUID> chosen, Collection<String> typed) {
        return db
                .sql("""
                select m.id, m.name, m.unit, o.name as owner,
                       count(*) over (partition by lower(m.name)) > 1 as shared
                  from metric.metric m
                  join organization.person o on o.id = m.owner_id
                 where m.id = any (:chosen::uuid[])
                    or ('kpi' <> all ((select framework.unused())::text[])
                        and m.audience_kind = 'everyone' and m.state in ('ACTIVE', 'PAUSED')
                        and (:q::text is null or position(lower(:q) in lower(m.name)) > 0
                             or position(lower(:q) in lower(m.category)) > 0))
                 order by (m.id = any (:chosen::uuid[])) desc, (lower(m.name) = any (:typed)) desc, m.name, m.id
                 limit :most
                """)
                .param("q", q == null || q.isBlank() ? null : q.strip())
                .param("chosen", Ids.array(chosen))
                .param(
                        "typed",
                        typed.stream()
                                .map(name -> name.toLowerCase(Locale.ROOT))
                                .toArray(String[]::new))
                .param("most", MOST)
                .query(Row.class)
                .list()
                .stream()
                .map(Row::choice)
                .toList();
    }
}
