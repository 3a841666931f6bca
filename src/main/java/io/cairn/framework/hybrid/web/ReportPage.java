package io.cairn.framework.hybrid.web;

import io.cairn.framework.hybrid.Proposal;
import io.cairn.framework.hybrid.ProposalState;
import io.cairn.kernel.Display;
import io.cairn.metric.Frequency;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.stream.LongStream;
import org.jspecify.annotations.Nullable;

/** From red to OKR: how long each proposal waited, what was decided, and when its KPI was back on target. */
public record ReportPage(List<Proposal> proposals, LocalDate today) implements FullPage {

    @Override
    public String title() {
        return "From red to OKR";
    }

    @Override
    public Section section() {
        return Section.HYBRID;
    }

    /** Days from the red value to the decision; to today while there is none. */
    public static long waited(Proposal proposal, LocalDate today) {
        return ChronoUnit.DAYS.between(proposal.raisedOn(), Objects.requireNonNullElse(proposal.decidedOn(), today));
    }

    public static String days(long days) {
        return days == 0 ? "same day" : days == 1 ? "1 day" : days + " days";
    }

    /** {@code 3 weeks}; null while its KPI is not back on target. */
    public static @Nullable String recovery(Proposal proposal) {
        Integer periods = proposal.recoveredAfter();
        if (periods == null) {
            return null;
        }
        Frequency frequency = proposal.about().sheet().frequency();
        String one =
                switch (frequency) {
                    case DAILY -> "day";
                    case WEEKLY -> "week";
                    case BIWEEKLY -> "fortnight";
                    case MONTHLY -> "month";
                    case QUARTERLY -> "quarter";
                    case ANNUAL -> "year";
                };
        return periods == 1 ? "1 " + one : periods + " " + one + "s";
    }

    public long count(ProposalState state) {
        return proposals.stream().filter(one -> one.state() == state).count();
    }

    public long recovered() {
        return proposals.stream().filter(one -> one.recoveredAfter() != null).count();
    }

    /** Of those decided by somebody. */
    public String meanWait() {
        return mean(proposals.stream().filter(one -> one.decidedBy() != null).mapToLong(one -> waited(one, today)));
    }

    private static String mean(LongStream values) {
        long[] all = values.toArray();
        return all.length == 0
                ? Display.NONE
                : Display.number(BigDecimal.valueOf(LongStream.of(all).sum())
                        .divide(BigDecimal.valueOf(all.length), 1, RoundingMode.HALF_UP));
    }
}
