package io.cairn.framework.mbo;

import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Needed;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What a person writes of an objective of the company.
 *
 * @param basis how its attainment is computed; not RUBRIC, as it comes to one number for everybody
 * @param baseline needed for BASELINE_TO_TARGET
 * @param target needed for all that is measured in numbers
 */
public record CompanyObjectiveContent(
        @Needed @Nullable String title,
        @Nullable String why,
        @Needed @Nullable LocalDate startsOn,
        @Needed @Nullable LocalDate endsOn,
        @Needed @Nullable AttainmentBasis basis,
        @Nullable String unit,
        @Nullable BigDecimal baseline,
        @Nullable BigDecimal target,
        @Nullable Comparator comparator) {

    static CompanyObjectiveContent of(CompanyObjective kept) {
        return new CompanyObjectiveContent(
                kept.title(),
                kept.why(),
                kept.startsOn(),
                kept.endsOn(),
                kept.basis(),
                kept.unit(),
                kept.baseline(),
                kept.target(),
                kept.comparator());
    }

    /** Whether a value means the same by both. */
    boolean measuresLike(CompanyObjective kept) {
        return basis == kept.basis()
                && comparator == kept.comparator()
                && Objects.equals(unit, kept.unit())
                && same(baseline, kept.baseline())
                && same(target, kept.target());
    }

    private static boolean same(@Nullable BigDecimal one, @Nullable BigDecimal other) {
        return one == null || other == null ? one == other : one.compareTo(other) == 0;
    }
}
