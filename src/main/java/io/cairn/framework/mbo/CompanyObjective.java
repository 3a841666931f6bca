package io.cairn.framework.mbo;

import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Decimals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An objective of the whole company that plans name and that is scored once for all of them; open to everybody, as it says
 * nothing of who is paid for it.
 *
 * @param finalValue what it came to; null until it is scored
 */
public record CompanyObjective(
        UUID id,
        String title,
        String why,
        LocalDate startsOn,
        LocalDate endsOn,
        AttainmentBasis basis,
        String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator,
        @Nullable UUID metricId,
        @Nullable BigDecimal finalValue,
        @Nullable LocalDate scoredOn,
        int version) {

    public CompanyObjective {
        baseline = Decimals.plainOrNull(baseline);
        target = Decimals.plainOrNull(target);
        finalValue = Decimals.plainOrNull(finalValue);
    }
}
