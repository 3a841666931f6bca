package io.cairn.framework.mbo;

import io.cairn.incentive.PayoutCurve;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads what is being written of a plan before anything is saved: what is wrong, what is missing, what is worth a thought. */
@Component
@Transactional(readOnly = true)
public class PlanReview {
    private final PlanLookup lookup;

    PlanReview(PlanLookup lookup) {
        this.lookup = lookup;
    }

    /**
     * What was found.
     *
     * @param terms as they would be kept
     * @param wrong what keeps it from being saved
     * @param missing what keeps it from being signed
     * @param days the plan's, as far as they are chosen
     */
    public record Judged(
            PlanTerms terms, List<Problem> wrong, List<Problem> missing, List<Hint> hints, LineCheck.Days days) {

        /** What the plan's lines are paid by unless they say otherwise. */
        public PayoutCurve curve() {
            return terms.curveOrUsual();
        }

        /** The line's own curve; null where it is the plan's. */
        public @Nullable PayoutCurve curve(int line) {
            if (line >= terms.objectives().size()) {
                return null;
            }
            PayoutCurve own = Reached.curve(terms, terms.objectives().get(line));
            return own.equals(curve()) ? null : own;
        }

        public List<Hint> hints(int line) {
            return hints.stream()
                    .filter(hint -> hint.objective() != null && hint.objective() == line)
                    .toList();
        }

        public List<Hint> general() {
            return hints.stream().filter(hint -> hint.objective() == null).toList();
        }
    }

    /**
     * One statement.
     *
     * @param before the terms that hold already; null for a plan that is not agreed
     */
    public Judged judge(
            UUID employee, PlanContent content, @Nullable PlanTerms before, List<PlanHints.Stretch> stretches) {
        PlanReferences found = lookup.find(employee, content);
        PlanTerms terms = content.terms(found);
        return new Judged(
                terms,
                wrong(content, found),
                PlanCheck.missing(terms),
                PlanHints.of(terms, before, stretches),
                days(content, found));
    }

    private static LineCheck.Days days(PlanContent content, PlanReferences found) {
        LocalDate starts = content.startsOn() == null ? found.cycleStartsOn() : content.startsOn();
        PlanPeriod period = content.period() == null ? PlanPeriod.QUARTER : content.period();
        LocalDate usual =
                found.cycleEndsOn() != null ? found.cycleEndsOn() : starts == null ? null : period.endOf(starts);
        return new LineCheck.Days(starts, content.endsOn() == null ? usual : content.endsOn());
    }

    private static List<Problem> wrong(PlanContent content, PlanReferences found) {
        try {
            PlanCheck.draft(content, found);
            return List.of();
        } catch (ProblemException refused) {
            return refused.problems();
        }
    }
}
