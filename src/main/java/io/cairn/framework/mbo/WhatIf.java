package io.cairn.framework.mbo;

import io.cairn.incentive.Attainment;
import io.cairn.incentive.Payout;
import io.cairn.incentive.PayoutLine;
import io.cairn.incentive.PayoutTerms;
import io.cairn.kernel.Explained;
import io.cairn.kernel.Money;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.ProblemList;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Currency;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a plan would pay if its objectives came to something else, by the calculator that pays.
 *
 * @param projected what it pays by what is known now
 * @param modifier the one asked for
 * @param ofTarget the total as a share of the target; null where there is no target
 * @param capped whether the cap took something
 * @param gate of the newest terms; what one asks does not open it
 * @param accelerators of the newest terms, by what is asked
 */
public record WhatIf(
        Plan plan,
        Currency currency,
        BigDecimal projected,
        BigDecimal total,
        BigDecimal targetBonus,
        @Nullable BigDecimal ofTarget,
        BigDecimal modifier,
        boolean capped,
        Statement.@Nullable Gate gate,
        List<Statement.Accelerator> accelerators,
        List<Line> lines,
        Explained<BigDecimal> explanation) {
    public static final BigDecimal MOST_MODIFIER = BigDecimal.valueOf(2);
    private static final BigDecimal MOST = new BigDecimal("1.5");
    private static final int DECIMALS = 18;

    /**
     * What is asked; what is missing stays as it is.
     *
     * @param attainments as shares, by objective
     */
    public record Question(
            Map<UUID, BigDecimal> attainments, @Nullable BigDecimal modifier) {
        public static final Question NOTHING = new Question(Map.of(), null);
    }

    /**
     * An objective, over all versions of the terms it stood in.
     *
     * @param known what it came to so far, by the newest terms; null for what a pool gives
     * @param attainment the one asked for
     * @param most the end of its slider
     * @param before what it brings by what is known now
     */
    public record Line(
            UUID objectiveId,
            String objective,
            BigDecimal weight,
            @Nullable BigDecimal known,
            @Nullable BigDecimal attainment,
            @Nullable BigDecimal factor,
            BigDecimal most,
            BigDecimal before,
            BigDecimal amount) {}

    /** @throws ProblemException WHAT_IF_RANGE beside {@code modifier} or the objective's id */
    static WhatIf of(Plan plan, Payable now, Question question) {
        refuse(now, question);
        Iterator<Payable.Line> lines = now.lines().iterator();
        List<PayoutTerms> asked = new ArrayList<>();
        for (Payable.Version version : now.versions()) {
            asked.add(terms(version.terms(), lines, question));
        }
        Currency currency = now.payout().total().currency();
        Payout payout = Payout.of(asked, currency);
        BigDecimal target = payout.parts().stream().map(Payout.Part::target).reduce(BigDecimal.ZERO, BigDecimal::add);
        BigDecimal total = payout.total().amount();
        return new WhatIf(
                plan,
                currency,
                now.payout().total().amount(),
                total,
                new Money(target, currency).amount(),
                target.signum() == 0 ? null : total.divide(target, DECIMALS, RoundingMode.HALF_EVEN),
                asked.getLast().modifier(),
                payout.parts().stream().anyMatch(Payout.Part::capped),
                gate(now.versions().getLast()),
                accelerators(asked.getLast(), now),
                lines(now, payout),
                payout.explained());
    }

    private static Statement.@Nullable Gate gate(Payable.Version version) {
        PlanTerms.Gate gate = version.agreed().gate();
        return gate == null
                ? null
                : new Statement.Gate(gate.title(), gate.atLeast(), gate.factor(), version.gateReached());
    }

    /** The lines of the newest terms are the last ones. */
    private static List<Statement.Accelerator> accelerators(PayoutTerms asked, Payable now) {
        int before = now.lines().size() - asked.lines().size();
        return asked.awaited().stream()
                .map(one -> {
                    Integer line = one.accelerator().line();
                    return new Statement.Accelerator(
                            line == null ? null : now.lines().get(before + line).title(),
                            one.accelerator().whenAttainmentAtLeast(),
                            one.accelerator().multiplier(),
                            one.attained(),
                            one.reached());
                })
                .toList();
    }

    private static PayoutTerms terms(PayoutTerms known, Iterator<Payable.Line> lines, Question question) {
        List<PayoutLine> asked = new ArrayList<>();
        for (PayoutLine line : known.lines()) {
            BigDecimal attainment = question.attainments().get(lines.next().objectiveId());
            asked.add(
                    attainment != null && line instanceof PayoutLine.Scored scored
                            ? new PayoutLine.Scored(
                                    scored.name(),
                                    scored.weight(),
                                    Attainment.given(attainment),
                                    scored.curve(),
                                    scored.cap())
                            : line);
        }
        return new PayoutTerms(
                known.segments(),
                asked,
                known.planCap(),
                known.gate(),
                question.modifier() == null ? known.modifier() : question.modifier(),
                known.capBeforeModifier(),
                known.accelerators());
    }

    private static List<Line> lines(Payable now, Payout asked) {
        Map<UUID, Line> lines = new LinkedHashMap<>();
        for (int i = 0; i < now.lines().size(); i++) {
            Payable.Line known = now.lines().get(i);
            Payout.Line paid = asked.lines().get(i);
            Line earlier = lines.get(known.objectiveId());
            BigDecimal before = known.paid().amount().amount();
            BigDecimal amount = paid.amount().amount();
            lines.put(
                    known.objectiveId(),
                    new Line(
                            known.objectiveId(),
                            known.title(),
                            paid.weight(),
                            known.paid().attainment(),
                            paid.attainment(),
                            paid.factor(),
                            most(known.paid().attainment()),
                            earlier == null ? before : earlier.before().add(before),
                            earlier == null ? amount : earlier.amount().add(amount)));
        }
        return List.copyOf(lines.values());
    }

    /** 150 %, or as far as it went already. */
    private static BigDecimal most(@Nullable BigDecimal known) {
        return known == null ? MOST : known.setScale(1, RoundingMode.CEILING).max(MOST);
    }

    private static void refuse(Payable now, Question question) {
        var problems = new ProblemList();
        BigDecimal modifier = question.modifier();
        problems.when(modifier != null && outside(modifier, MOST_MODIFIER), MboProblem.WHAT_IF_RANGE.at("modifier"));
        for (Line line : lines(now, now.payout())) {
            BigDecimal asked = question.attainments().get(line.objectiveId());
            problems.when(
                    asked != null && outside(asked, line.most()),
                    MboProblem.WHAT_IF_RANGE.at(line.objectiveId().toString()));
        }
        problems.throwAny();
    }

    private static boolean outside(BigDecimal asked, BigDecimal most) {
        return asked.signum() < 0 || asked.compareTo(most) > 0;
    }
}
