package io.cairn.incentive;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Money;
import io.cairn.kernel.Needed;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Quantity;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants worked out: either {@code targetBonus}, the money of the whole period, or its {@code segments}.
 *
 * @param planCap the most the plan's factor may be; 2 without it
 * @param modifier 1 without it
 * @param capBeforeModifier after it without this
 * @param gate from 0 to 1; 1 without it
 * @param curve threshold 0.8 pays 0.5, target 1 pays 1, maximum 1.2 pays 2 without it
 * @param currency an ISO 4217 code; the organisation's without it
 */
public record Calculation(
        @Nullable BigDecimal targetBonus,
        @Nullable List<@Nullable Segment> segments,
        @Nullable BigDecimal planCap,
        @Nullable BigDecimal modifier,
        @Nullable Boolean capBeforeModifier,
        @Nullable BigDecimal gate,
        @Nullable CurveContent curve,
        @Nullable String currency,
        @Needed @Nullable List<@Nullable Objective> objectives) {
    private static final int MOST = 100;
    private static final int ATTAINMENT_DECIMALS = 18;

    /**
     * A target for some of the period's days.
     *
     * @param target the money of the whole period at this target
     */
    public record Segment(
            @Needed @Nullable BigDecimal target,
            @Needed @Nullable Integer days,
            @Needed @Nullable Integer periodDays) {}

    /**
     * An objective: either its {@code attainment} as a share, or what it is worked out from.
     *
     * @param weight in percent
     * @param objectiveCap the most its factor may be
     */
    public record Objective(
            @Needed @Nullable BigDecimal weight,
            @Nullable BigDecimal objectiveCap,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal baseline,
            @Nullable BigDecimal target,
            @Nullable Comparator comparator,
            @Nullable BigDecimal actual,
            @Nullable AttainmentBasis basis) {}

    /** @throws ProblemException with everything that is wrong, at its field */
    public Payout payout(Currency usual) {
        var reading = new Reading();
        var known = currency == null ? usual : Money.currency(currency);
        if (known == null) {
            reading.problems.add(IncentiveProblem.CURRENCY_UNKNOWN.at("currency"));
        }
        var terms = new PayoutTerms(
                reading.money(known == null ? usual : known),
                reading.lines(),
                reading.number("planCap", planCap, PayoutTerms.USUAL_CAP),
                reading.number("gate", gate, BigDecimal.ONE),
                reading.number("modifier", modifier, BigDecimal.ONE),
                Boolean.TRUE.equals(capBeforeModifier),
                List.of());
        if (reading.problems.isEmpty()) {
            reading.problems.addAll(terms.problems());
        }
        if (!reading.problems.isEmpty()) {
            throw new ProblemException(reading.problems);
        }
        return Payout.of(terms, known == null ? usual : known);
    }

    /** Goes through the fields and collects what is wrong. */
    private final class Reading {
        final List<Problem> problems = new ArrayList<>();

        BigDecimal number(String field, @Nullable BigDecimal value, BigDecimal otherwise) {
            if (value == null) {
                return otherwise;
            }
            var wrong = Quantity.problem(value);
            if (wrong != null) {
                problems.add(wrong.at(field));
                return otherwise;
            }
            return value;
        }

        BigDecimal needed(String field, @Nullable BigDecimal value) {
            if (value == null) {
                problems.add(GeneralProblem.REQUIRED.at(field));
            }
            return number(field, value, BigDecimal.ZERO);
        }

        List<BonusSegment> money(Currency known) {
            if ((targetBonus == null) == (segments == null)) {
                problems.add(
                        targetBonus == null
                                ? GeneralProblem.REQUIRED.at("targetBonus")
                                : IncentiveProblem.TARGET_OR_SEGMENTS.at("segments"));
                return List.of();
            }
            if (segments == null) {
                var amount = needed("targetBonus", targetBonus);
                if (amount.signum() < 0) {
                    problems.add(IncentiveProblem.AMOUNT_NEGATIVE.at("targetBonus"));
                } else if (!Money.exact(amount, known)) {
                    problems.add(IncentiveProblem.AMOUNT_TOO_PRECISE.at("targetBonus"));
                }
                return List.of(BonusSegment.whole(amount));
            }
            return segments(segments);
        }

        private List<BonusSegment> segments(List<@Nullable Segment> given) {
            var read = new ArrayList<BonusSegment>();
            few("segments", given.size());
            for (int i = 0; i < given.size(); i++) {
                var segment = given.get(i);
                var field = "segments[" + i + "]";
                if (segment == null) {
                    problems.add(GeneralProblem.REQUIRED.at(field));
                    continue;
                }
                read.add(new BonusSegment(
                        needed(field + ".target", segment.target()),
                        whole(field + ".days", segment.days()),
                        whole(field + ".periodDays", segment.periodDays())));
            }
            return read;
        }

        private int whole(String field, @Nullable Integer value) {
            if (value == null) {
                problems.add(GeneralProblem.REQUIRED.at(field));
            }
            return Objects.requireNonNullElse(value, 1);
        }

        private void few(String field, int size) {
            if (size == 0 || size > MOST) {
                problems.add(GeneralProblem.INVALID
                        .saying("Send 1 to " + MOST + " of them.")
                        .at(field));
            }
        }

        List<PayoutLine> lines() {
            var paid = curve == null ? PayoutCurve.DEFAULT : curve.curve();
            if (curve != null) {
                curve.problems().forEach(problem -> problems.add(problem.at("curve." + problem.field())));
            }
            if (objectives == null) {
                problems.add(GeneralProblem.REQUIRED.at("objectives"));
                return List.of();
            }
            few("objectives", objectives.size());
            var lines = new ArrayList<PayoutLine>();
            for (int i = 0; i < objectives.size(); i++) {
                var objective = objectives.get(i);
                if (objective == null) {
                    problems.add(GeneralProblem.REQUIRED.at("objectives[" + i + "]"));
                } else {
                    lines.add(line(objective, "objectives[" + i + "].", "Objective " + (i + 1), paid));
                }
            }
            return lines;
        }

        private PayoutLine line(Objective objective, String at, String name, PayoutCurve paid) {
            var cap = objective.objectiveCap() == null
                    ? null
                    : number(at + "objectiveCap", objective.objectiveCap(), BigDecimal.ZERO);
            return new PayoutLine.Scored(
                    name, needed(at + "weight", objective.weight()), attainment(objective, at), paid, cap);
        }

        private Attainment attainment(Objective objective, String at) {
            var given = objective.attainment();
            if (given != null) {
                share(given, objective.actual() != null, at + "attainment");
                return Attainment.given(problems.isEmpty() ? given : BigDecimal.ZERO);
            }
            var basis = objective.basis();
            if (basis == null) {
                problems.add(GeneralProblem.REQUIRED.at(at + (objective.actual() == null ? "attainment" : "basis")));
                return Attainment.given(BigDecimal.ZERO);
            }
            return worked(objective, basis, at);
        }

        private Attainment worked(Objective objective, AttainmentBasis basis, String at) {
            int before = problems.size();
            number(at + "baseline", objective.baseline(), BigDecimal.ZERO);
            number(at + "target", objective.target(), BigDecimal.ZERO);
            number(at + "actual", objective.actual(), BigDecimal.ZERO);
            if (objective.comparator() == Comparator.BETWEEN) {
                problems.add(GeneralProblem.INVALID
                        .saying("An attainment has one target, not a band.")
                        .at(at + "comparator"));
            }
            var attained = new Attained(
                    basis, objective.baseline(), objective.target(), objective.comparator(), objective.actual());
            if (problems.size() == before) {
                attained.problems().forEach(problem -> problems.add(problem.at(at + problem.field())));
            }
            return problems.size() == before ? Attainment.of(attained) : Attainment.given(BigDecimal.ZERO);
        }

        private void share(BigDecimal given, boolean alsoActual, String field) {
            boolean tooPrecise =
                    given.signum() != 0 && given.stripTrailingZeros().scale() > ATTAINMENT_DECIMALS;
            if (alsoActual) {
                problems.add(IncentiveProblem.ATTAINMENT_AND_ACTUAL.at(field));
            } else if (tooPrecise) {
                problems.add(NumberProblem.TOO_PRECISE
                        .saying("At most " + ATTAINMENT_DECIMALS + " decimals are kept.")
                        .at(field));
            } else if (Quantity.problem(given) == NumberProblem.OUT_OF_RANGE) {
                problems.add(NumberProblem.OUT_OF_RANGE.at(field));
            } else if (given.signum() < 0) {
                problems.add(IncentiveProblem.ATTAINMENT_NEGATIVE.at(field));
            }
        }
    }
}
