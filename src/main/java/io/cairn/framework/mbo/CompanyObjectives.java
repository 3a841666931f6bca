package io.cairn.framework.mbo;

import io.cairn.audit.Entry;
import io.cairn.audit.Journal;
import io.cairn.incentive.Attained;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Ids;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Page;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Quantity;
import io.cairn.kernel.Role;
import io.cairn.kernel.Texts;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Objectives of the whole company: everybody reads them, HR and the executives write them and score each once for all plans
 * that name it. Who is paid for one stands in the plans alone.
 */
@Component
@Transactional
public class CompanyObjectives {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final int LONGEST_WHY = 4000;
    private static final String COLUMNS = """
            select o.id, o.title, o.why, o.starts_on, o.ends_on, o.basis, o.unit, o.baseline, o.target, o.comparator,
                   o.metric_id, o.final_value, o.scored_on, o.version
              from mbo.company_objective o
            """;

    private final JdbcClient db;
    private final Journal journal;
    private final DomainClock clock;

    CompanyObjectives(JdbcClient db, Journal journal, DomainClock clock) {
        this.db = db;
        this.journal = journal;
        this.clock = clock;
    }

    public static boolean mayWrite(Viewer viewer) {
        return viewer.isAny(Role.HR, Role.EXEC);
    }

    /** Those that end last first. */
    @Transactional(readOnly = true)
    public Page<CompanyObjective> list(int limit, @Nullable UUID after) {
        List<CompanyObjective> rows = db.sql(COLUMNS + """
                 where :after::uuid is null
                    or (o.ends_on, o.id) < (select x.ends_on, x.id from mbo.company_objective x where x.id = :after)
                 order by o.ends_on desc, o.id desc
                 limit :rows
                """)
                .param("after", after)
                .param("rows", limit + 1)
                .query(CompanyObjectives::objective)
                .list();
        return Page.of(rows, limit, one -> one.id().toString());
    }

    /** @throws ProblemException NOT_FOUND */
    @Transactional(readOnly = true)
    public CompanyObjective get(UUID id) {
        return find(id, "");
    }

    private CompanyObjective find(UUID id, String lock) {
        return db.sql(COLUMNS + " where o.id = :id" + lock)
                .param("id", id)
                .query(CompanyObjectives::objective)
                .optional()
                .orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }

    public CompanyObjective create(Viewer viewer, CompanyObjectiveContent content) {
        refuseOthers(viewer);
        UUID id = Ids.next();
        write("""
                insert into mbo.company_objective (
                       id, title, why, starts_on, ends_on, basis, unit, baseline, target, comparator)
                values (:id, :title, :why, :startsOn, :endsOn, :basis, :unit, :baseline, :target, :comparator)
                """, id, checked(content));
        CompanyObjective made = get(id);
        record(made, "company-objective.written", "wrote the company objective “%s”", null);
        return made;
    }

    /** @throws ProblemException STALE_VERSION; OBJECTIVE_SCORED; OBJECTIVE_BEGUN where its measure is to change after its first day */
    public CompanyObjective edit(Viewer viewer, UUID id, UnaryOperator<CompanyObjectiveContent> change, int version) {
        CompanyObjective before = open(viewer, id);
        if (before.version() != version) {
            throw GeneralProblem.STALE_VERSION.problem().with("current", before).exception();
        }
        CompanyObjectiveContent content = checked(change.apply(CompanyObjectiveContent.of(before)));
        if (!clock.today().isBefore(before.startsOn()) && !content.measuresLike(before)) {
            throw CompanyProblem.OBJECTIVE_BEGUN.exception();
        }
        write("""
                update mbo.company_objective
                   set title = :title, why = :why, starts_on = :startsOn, ends_on = :endsOn, basis = :basis, unit = :unit,
                       baseline = :baseline, target = :target, comparator = :comparator, version = version + 1
                 where id = :id
                """, id, content);
        CompanyObjective after = get(id);
        record(after, "company-objective.written", "rewrote the company objective “%s”", before);
        return after;
    }

    /**
     * What it came to, once for everybody.
     *
     * @param value in its unit; of milestones the share done in percent; of a yes or no 1 or 0
     * @throws ProblemException OBJECTIVE_SCORED, OBJECTIVE_NOT_OVER
     */
    public CompanyObjective score(Viewer viewer, UUID id, @Nullable BigDecimal value) {
        CompanyObjective before = open(viewer, id);
        if (clock.today().isBefore(PlanLife.measuredFrom(before.endsOn()))) {
            throw CompanyProblem.OBJECTIVE_NOT_OVER.exception();
        }
        Texts texts = new Texts();
        fits(before.basis(), value, texts);
        texts.refuseIfAny();
        db.sql("""
                update mbo.company_objective
                   set final_value = :value, scored_by = :by, scored_on = :today, version = version + 1
                 where id = :id
                """)
                .param("id", id)
                .param("value", value)
                .param("by", viewer.id())
                .param("today", clock.today())
                .update();
        CompanyObjective after = get(id);
        record(after, "company-objective.scored", "scored the company objective “%s” for everybody", before);
        return after;
    }

    private static void fits(AttainmentBasis basis, @Nullable BigDecimal value, Texts texts) {
        if (value == null) {
            texts.add(GeneralProblem.REQUIRED.at("value"));
            return;
        }
        number("value", value, texts);
        boolean fine =
                switch (basis) {
                    case BASELINE_TO_TARGET, RATIO_TO_TARGET, RUBRIC -> true;
                    case INVERSE_RATIO -> value.signum() > 0;
                    case MILESTONE -> value.signum() >= 0 && value.compareTo(HUNDRED) <= 0;
                    case BOOLEAN -> value.signum() == 0 || value.compareTo(BigDecimal.ONE) == 0;
                };
        if (!fine) {
            texts.add(GeneralProblem.INVALID
                    .saying(
                            switch (basis) {
                                case INVERSE_RATIO -> "A ratio of target to value needs a value above 0.";
                                case MILESTONE -> "The share that is done, 0 to 100 percent.";
                                default -> "1 for yes, 0 for no.";
                            })
                    .at("value"));
        }
    }

    /** Whoever reads but may not write is told so. */
    private CompanyObjective open(Viewer viewer, UUID id) {
        refuseOthers(viewer);
        CompanyObjective kept = find(id, " for update");
        if (kept.scoredOn() != null) {
            throw CompanyProblem.OBJECTIVE_SCORED.exception();
        }
        return kept;
    }

    private static void refuseOthers(Viewer viewer) {
        if (!mayWrite(viewer)) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Objectives of the company are written by HR and the executives.")
                    .exception();
        }
    }

    private static CompanyObjectiveContent checked(CompanyObjectiveContent content) {
        Texts texts = new Texts();
        String title = texts.needed("title", content.title(), 5, 200);
        String why = texts.optional("why", content.why(), LONGEST_WHY);
        String unit = texts.optional("unit", content.unit(), 20);
        days(content, texts);
        number("baseline", content.baseline(), texts);
        number("target", content.target(), texts);
        basis(content, texts);
        texts.refuseIfAny();
        return new CompanyObjectiveContent(
                title,
                why,
                content.startsOn(),
                content.endsOn(),
                content.basis(),
                unit,
                content.baseline(),
                content.target(),
                content.comparator());
    }

    private static void days(CompanyObjectiveContent content, Texts texts) {
        LocalDate from = content.startsOn();
        LocalDate to = content.endsOn();
        if (from == null) {
            texts.add(GeneralProblem.REQUIRED.at("startsOn"));
        }
        if (to == null) {
            texts.add(GeneralProblem.REQUIRED.at("endsOn"));
        }
        boolean odd = from != null
                && to != null
                && (to.isBefore(from)
                        || to.isAfter(from.plusYears(1))
                        || from.getYear() < 2000
                        || from.getYear() > 2200);
        if (odd) {
            texts.add(GeneralProblem.INVALID
                    .saying("It ends after it begins and lasts at most a year.")
                    .at("endsOn"));
        }
    }

    private static void basis(CompanyObjectiveContent content, Texts texts) {
        AttainmentBasis basis = content.basis();
        if (basis == null) {
            texts.add(GeneralProblem.REQUIRED.at("basis"));
        } else if (basis == AttainmentBasis.RUBRIC) {
            texts.add(GeneralProblem.INVALID
                    .saying("It comes to one number for everybody: choose another basis.")
                    .at("basis"));
        } else {
            texts.addAll(new Attained(basis, content.baseline(), content.target(), content.comparator(), null)
                    .termProblems());
        }
        if (content.comparator() == Comparator.BETWEEN) {
            texts.add(GeneralProblem.INVALID.at("comparator"));
        }
    }

    private static void number(String field, @Nullable BigDecimal value, Texts texts) {
        NumberProblem problem = value == null ? null : Quantity.problem(value);
        if (problem != null) {
            texts.add(problem.at(field));
        }
    }

    private void write(String sql, UUID id, CompanyObjectiveContent content) {
        db.sql(sql)
                .param("id", id)
                .param("title", content.title())
                .param("why", content.why())
                .param("startsOn", content.startsOn())
                .param("endsOn", content.endsOn())
                .param("basis", Objects.requireNonNull(content.basis()).name())
                .param("unit", content.unit())
                .param("baseline", content.baseline())
                .param("target", content.target())
                .param(
                        "comparator",
                        content.comparator() == null
                                ? null
                                : content.comparator().name())
                .update();
    }

    private void record(CompanyObjective objective, String action, String summary, @Nullable CompanyObjective before) {
        journal.record(Entry.of(action, "company-objective", objective.id(), summary.formatted(objective.title()))
                .before(before)
                .after(objective));
    }

    private static CompanyObjective objective(ResultSet row, int number) throws SQLException {
        String comparator = row.getString("comparator");
        return new CompanyObjective(
                row.getObject("id", UUID.class),
                row.getString("title"),
                row.getString("why"),
                row.getObject("starts_on", LocalDate.class),
                row.getObject("ends_on", LocalDate.class),
                AttainmentBasis.valueOf(row.getString("basis")),
                row.getString("unit"),
                row.getBigDecimal("baseline"),
                row.getBigDecimal("target"),
                comparator == null ? null : Comparator.valueOf(comparator),
                row.getObject("metric_id", UUID.class),
                row.getBigDecimal("final_value"),
                row.getObject("scored_on", LocalDate.class),
                row.getInt("version"));
    }
}
