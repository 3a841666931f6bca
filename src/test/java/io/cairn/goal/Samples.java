package io.cairn.goal;

import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Goals and measures for tests. */
final class Samples {
    static final LocalDate QUARTER_START = LocalDate.parse("2026-07-01");
    static final LocalDate QUARTER_END = LocalDate.parse("2026-09-30");
    static final LocalDate TODAY = LocalDate.parse("2026-08-15");
    static final Window QUARTER = new Window(QUARTER_START, QUARTER_END);

    private Samples() {}

    static BigDecimal number(String number) {
        return new BigDecimal(number);
    }

    static MeasureTerms way(String baseline, Comparator comparator, String target) {
        return MeasureTerms.from(number(baseline), comparator, number(target));
    }

    /** Checked in with this value five days before {@link #TODAY}, with confidence 8. */
    static MeasureState at(String name, MeasureTerms terms, String value) {
        return with(name, terms, Reading.ofValue(number(value)));
    }

    static MeasureState with(String name, MeasureTerms terms, Reading reading) {
        return measure(name, terms, reading, reading.noData() ? null : TODAY.minusDays(5), 8);
    }

    static MeasureState measure(
            String name,
            MeasureTerms terms,
            Reading reading,
            @Nullable LocalDate checkedInOn,
            @Nullable Integer confidence) {
        return new MeasureState(
                UUID.nameUUIDFromBytes(name.getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                name,
                terms,
                reading,
                false,
                checkedInOn,
                confidence,
                null);
    }

    static GoalState quarterly(MeasureState... measures) {
        return goal(QUARTER_START, QUARTER_END, measures);
    }

    static GoalState goal(LocalDate startsOn, LocalDate endsOn, MeasureState... measures) {
        return goal(startsOn, endsOn, ProgressMode.KR_ONLY, NoDataPolicy.ZERO, List.of(measures), List.of());
    }

    static GoalState goal(
            LocalDate startsOn,
            LocalDate endsOn,
            ProgressMode mode,
            NoDataPolicy policy,
            List<MeasureState> measures,
            List<AlignedGoal> aligned) {
        return new GoalState(startsOn, endsOn, startsOn, null, 7, mode, policy, null, measures, aligned);
    }
}
