package io.cairn.incentive;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A run, or one of its batches, as a table to take elsewhere. The same rows always make the same bytes.
 *
 * @param at the time the file carries within itself
 * @param rows cells are text, whole numbers, decimals, days or nothing
 */
public record RunFile(String name, Instant at, List<String> columns, List<List<@Nullable Object>> rows) {

    /** What was paid, as it was paid: names and addresses are those of that day. */
    public record Payment(
            String payoutId,
            String person,
            String email,
            @Nullable String externalId,
            BigDecimal amount,
            String currency) {}

    static RunFile of(PayoutRun run, List<RunRow> payouts, ZoneId zone) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (RunRow row : payouts) {
            rows.add(cells(
                    row.payoutId().toString(),
                    row.employee().name(),
                    row.manager() == null ? null : row.manager().name(),
                    row.kind().label(),
                    row.periodStart(),
                    row.periodEnd(),
                    row.target(),
                    row.modifier(),
                    row.total(),
                    run.currency(),
                    row.state().label(),
                    yes(row.capped()),
                    yes(row.lateOverride()),
                    yes(row.estimatesDiffer()),
                    row.decidedBy() == null ? null : row.decidedBy().name(),
                    day(row.decidedAt(), zone),
                    day(row.paidAt(), zone),
                    row.batch()));
        }
        return new RunFile(
                run.name(),
                run.createdAt(),
                List.of(
                        "Payout",
                        "Employee",
                        "Manager",
                        "Kind",
                        "From",
                        "To",
                        "Target",
                        "Modifier",
                        "Amount",
                        "Currency",
                        "State",
                        "Capped",
                        "Late override",
                        "Estimates differ",
                        "Decided by",
                        "Decided on",
                        "Paid on",
                        "Batch"),
                rows);
    }

    static RunFile of(String name, Instant paidAt, int batch, List<Payment> payments, ZoneId zone) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (Payment one : payments) {
            rows.add(cells(
                    one.payoutId(),
                    one.person(),
                    one.email(),
                    one.externalId(),
                    one.amount(),
                    one.currency(),
                    day(paidAt, zone),
                    batch));
        }
        return new RunFile(
                name,
                paidAt,
                List.of("Payout", "Employee", "E-mail", "External id", "Amount", "Currency", "Paid on", "Batch"),
                rows);
    }

    private static List<@Nullable Object> cells(@Nullable Object... cells) {
        return new ArrayList<>(java.util.Arrays.asList(cells));
    }

    private static @Nullable LocalDate day(@Nullable Instant at, ZoneId zone) {
        return at == null ? null : LocalDate.ofInstant(at, zone);
    }

    private static String yes(boolean flag) {
        return flag ? "yes" : "";
    }
}
