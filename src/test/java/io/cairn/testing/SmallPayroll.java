package io.cairn.testing;

import io.cairn.access.Audience;
import io.cairn.access.Viewing;
import io.cairn.incentive.PayoutRun;
import io.cairn.incentive.PayoutRuns;
import io.cairn.incentive.Payouts;
import io.cairn.incentive.RunContent;
import io.cairn.incentive.Submission;
import io.cairn.kernel.Ids;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Makes goals that may be paid for, and payouts and runs of periods that no other test uses. */
@Component
public class SmallPayroll {
    private static final Iterator<LocalDate> STARTS =
            Stream.iterate(LocalDate.of(2000, 1, 1), day -> day.plusMonths(1)).iterator();
    /** Programs of their own have these classes at hand but no such database. */
    private final ObjectProvider<TestDatabase> database;

    private final Payouts payouts;
    private final PayoutRuns runs;

    SmallPayroll(ObjectProvider<TestDatabase> database, Payouts payouts, PayoutRuns runs) {
        this.database = database;
        this.payouts = payouts;
        this.runs = runs;
    }

    /** A month in which nothing else is paid. */
    public record Month(LocalDate start, LocalDate end) {}

    public static synchronized Month month() {
        LocalDate start = STARTS.next();
        return new Month(start, start.plusMonths(1).minusDays(1));
    }

    /** A person's private goal, straight into the table: the frameworks that pay have their own doors. */
    public UUID goal(UUID person, boolean payable) {
        UUID id = Ids.next();
        owner("""
                insert into goal.goal (id, framework, kind, title, state, level, horizon, ambition, owner_person_id, lead_id,
                                       payable, visibility, audience_kind, audience_id)
                values ('%s', 'test-private-pair-hr', 'goal', 'Keep the secret account', 'ACTIVE', 'INDIVIDUAL', 'TACTICAL',
                        'COMMITTED', '%s', '%s', %s, 'PRIVATE_PAIR_HR', 'pair', '%s')
                """.formatted(id, person, person, payable, Audience.pair(person).id()));
        return id;
    }

    /** A payout of two lines in euro, handed in and scored by this person. */
    public UUID submitted(Viewer by, UUID employee, Month month, String first, String second) {
        return Viewing.as(by, () -> payouts.submit(submission(by, employee, month, first, second)));
    }

    public Submission submission(Viewer by, UUID employee, Month month, String first, String second) {
        var one = new BigDecimal(first);
        var other = new BigDecimal(second);
        return new Submission(
                Ids.next(),
                employee,
                by.id(),
                by.id(),
                month.start(),
                month.end(),
                Currency.getInstance("EUR"),
                new BigDecimal("5000"),
                BigDecimal.ONE,
                BigDecimal.ONE,
                new BigDecimal("2"),
                one.add(other),
                List.of(
                        new Submission.Line(
                                goal(employee, true),
                                new BigDecimal("60"),
                                new BigDecimal("0.8"),
                                new BigDecimal("0.5"),
                                one),
                        new Submission.Line(
                                goal(employee, true), new BigDecimal("40"), BigDecimal.ONE, BigDecimal.ONE, other)),
                false,
                false,
                false,
                Map.of("sentence", "Two lines."),
                // Whoever hands a plan in has led its person and so the pair's key; some tests let compensation do it.
                by.is(Role.COMP)
                        ? null
                        : Map.of("sentence", "Two lines.", "inputs", List.of("Baseline 52.25"), "steps", List.of()));
    }

    /** So many payouts of 1 euro to one person, straight into the tables. */
    public void many(UUID employee, Month month, int payouts) {
        UUID goal = goal(employee, true);
        owner("""
                with made as (
                    insert into incentive.payout (id, plan_id, employee_id, period_start, period_end, currency, target_amount,
                        modifier, gate, total, capped, late_override, estimates_differ, kind, submitted_at, explanation,
                        audience_id)
                    select gen_random_uuid(), gen_random_uuid(), '%1$s', '%2$s', '%3$s', 'EUR', 1, 1, 1, 1, false, false, false,
                           'PLAN', '2026-08-15', '{}', access.key('pay', '%1$s')
                      from generate_series(1, %4$d)
                    returning id, audience_id)
                insert into incentive.payout_line (payout_id, position, goal_id, weight, attainment, factor, amount, audience_id)
                select m.id, 1, '%5$s', 100, 1, 1, 1, m.audience_id from made m
                """.formatted(employee, month.start(), month.end(), payouts, goal));
    }

    public PayoutRun run(Viewer comp, Month month, String budget) {
        var content =
                new RunContent("Run of " + month.start(), month.start(), month.end(), "EUR", new BigDecimal(budget));
        return Viewing.as(comp, () -> runs.open(comp, content));
    }

    /** As the owner of the tables, past row security. */
    public void owner(String sql) {
        try (var connection = database.getObject().owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        } catch (SQLException refused) {
            throw new IllegalStateException(refused);
        }
    }
}
