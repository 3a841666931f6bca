package io.cairn.setup;

import io.cairn.goal.Counting;
import io.cairn.goal.MaintainMode;
import io.cairn.goal.MeasureContent;
import io.cairn.goal.MeasureDraft;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.MeasureTerms;
import io.cairn.goal.Milestone;
import io.cairn.goal.Nature;
import io.cairn.kernel.Comparator;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key result of the demo company.
 *
 * @param relativeTarget the change that makes the target, as a ratio of the baseline; null where the target itself is told
 * @param metric the name of the KPI it follows, whose values it then takes
 * @param owner whose it is; null when it is the objective's lead's
 */
record DemoKeyResult(
        String name,
        String unit,
        Nature nature,
        MeasureTerms terms,
        @Nullable BigDecimal relativeTarget,
        @Nullable String owner,
        List<DemoReport> reports,
        @Nullable String metric) {

    static DemoKeyResult from(String baseline, Comparator comparator, String target, String unit, String name) {
        return of(name, unit, MeasureTerms.from(new BigDecimal(baseline), comparator, new BigDecimal(target)), null);
    }

    /** @param change a ratio of the baseline, negative when less is better */
    static DemoKeyResult change(String baseline, String change, String unit, String name) {
        var ratio = new BigDecimal(change);
        var kind = ratio.signum() < 0 ? MeasureKind.DECREASE : MeasureKind.INCREASE;
        var terms = new MeasureDraft(kind)
                .way(new BigDecimal(baseline), kind.usualComparator(), null)
                .terms();
        return of(name, unit, terms, ratio.abs());
    }

    /** Its values are those of a KPI, its baseline the KPI's when the objective begins. */
    static DemoKeyResult follows(String metric, String target, String unit, String name) {
        var terms = new MeasureDraft(MeasureKind.KPI_LINKED)
                .way(null, Comparator.GE, new BigDecimal(target))
                .terms();
        return new DemoKeyResult(name, unit, Nature.VALUE, terms, null, null, List.of(), metric);
    }

    /** Each report is added to what was counted before. */
    static DemoKeyResult count(String target, String unit, String name) {
        var terms = MeasureTerms.from(BigDecimal.ZERO, Comparator.GE, new BigDecimal(target));
        return of(name, unit, terms.draft().counting(Counting.INCREMENT).terms(), null);
    }

    /** Kept between two ends as often as it is reported. */
    static DemoKeyResult kept(String low, String high, int expectedReports, String unit, String name) {
        var terms = new MeasureDraft(MeasureKind.MAINTAIN)
                .band(new BigDecimal(low), new BigDecimal(high))
                .kept(MaintainMode.HIT_RATE, expectedReports)
                .terms();
        return of(name, unit, terms, null);
    }

    static DemoKeyResult steps(String name, Milestone... milestones) {
        return of(name, "", MeasureTerms.milestones(List.of(milestones)), null);
    }

    static DemoKeyResult yesOrNo(String name) {
        return of(name, "", MeasureTerms.of(MeasureKind.BOOLEAN), null);
    }

    static DemoKeyResult levels(String name) {
        return of(name, "", MeasureTerms.of(MeasureKind.RUBRIC), null);
    }

    private static DemoKeyResult of(String name, String unit, MeasureTerms terms, @Nullable BigDecimal relativeTarget) {
        return new DemoKeyResult(name, unit, Nature.VALUE, terms, relativeTarget, null, List.of(), null);
    }

    DemoKeyResult asActivity() {
        return new DemoKeyResult(name, unit, Nature.ACTIVITY, terms, relativeTarget, owner, reports, metric);
    }

    DemoKeyResult by(String person) {
        return new DemoKeyResult(name, unit, nature, terms, relativeTarget, person, reports, metric);
    }

    DemoKeyResult reported(List<DemoReport> told) {
        return new DemoKeyResult(name, unit, nature, terms, relativeTarget, owner, told, metric);
    }

    MeasureContent content(LocalDate dueOn, @Nullable UUID ownerId, @Nullable UUID metricId) {
        return new MeasureContent(
                name,
                terms.kind(),
                nature,
                unit,
                terms.baseline(),
                terms.target(),
                relativeTarget,
                terms.comparator(),
                terms.low(),
                terms.high(),
                terms.floor(),
                terms.ceiling(),
                terms.openAbove(),
                terms.mode(),
                terms.expectedCheckIns(),
                terms.counting(),
                terms.profile(),
                terms.planPoints(),
                terms.milestones(),
                terms.levels(),
                terms.weight(),
                dueOn,
                ownerId,
                null,
                metricId);
    }
}
