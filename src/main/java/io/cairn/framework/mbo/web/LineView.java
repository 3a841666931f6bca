package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Assessed;
import io.cairn.framework.mbo.ObjectiveScope;
import io.cairn.framework.mbo.ObjectiveTerms;
import io.cairn.framework.mbo.PlanObjective;
import io.cairn.goal.CheckInWords;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An objective of a plan as a row.
 *
 * @param number from 1
 */
public record LineView(UUID plan, int number, PlanObjective line) {

    public ObjectiveTerms terms() {
        return line.terms();
    }

    /** Its goal with check-ins and history; null before the plan is agreed, and where there is none. */
    public @Nullable String href() {
        return line.goalId() == null ? null : "/objectives/" + line.goalId();
    }

    /** {@code Company · Sales Europe · share of the way from baseline to target}. */
    public String words() {
        return Stream.of(
                        terms().scope() == ObjectiveScope.INDIVIDUAL
                                ? ""
                                : terms().scope().label(),
                        terms().category(),
                        terms().segment(),
                        terms().basis() == null ? "" : BasisWords.shortly(terms().basis()))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(" · "));
    }

    public String weight() {
        return Display.number(terms().weight()) + " %";
    }

    /** {@code at least 2,300,000 EUR}. */
    public String target() {
        return target(terms());
    }

    static String target(ObjectiveTerms terms) {
        AttainmentBasis basis = terms.basis();
        if (terms.scope() == ObjectiveScope.DISCRETIONARY) {
            return "as seen fit";
        }
        return switch (basis) {
            case null -> Display.NONE;
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO ->
                terms.target() == null
                        ? Display.NONE
                        : terms.comparatorOrUsual().label() + " " + Display.value(terms.target(), terms.unit());
            case MILESTONE ->
                terms.milestones().isEmpty()
                        ? "100 %"
                        : terms.milestones().size() + (terms.milestones().size() == 1 ? " milestone" : " milestones");
            case RUBRIC ->
                terms.levels().isEmpty()
                        ? Display.NONE
                        : CheckInWords.name(terms.levels().getLast());
            case BOOLEAN -> "done";
        };
    }

    /** {@code from 2,000,000 EUR}; empty without a baseline. */
    public String from() {
        return terms().baseline() == null ? "" : "from " + Display.value(terms().baseline(), terms().unit());
    }

    public String now() {
        return said(line.current());
    }

    /** What somebody said the line came to. */
    public String said(Assessed said) {
        if (!said.isGiven()) {
            return Display.NONE;
        }
        if (said.level() != null) {
            return terms().levels().stream()
                    .filter(level -> level.name().equals(said.level()))
                    .map(CheckInWords::name)
                    .findFirst()
                    .orElse(said.level());
        }
        AttainmentBasis basis = terms().basis();
        if (basis == AttainmentBasis.BOOLEAN) {
            return said.value() != null && said.value().signum() > 0 ? "yes" : "no";
        }
        return Display.value(said.value(), basis == AttainmentBasis.MILESTONE ? "%" : terms().unit());
    }

    public String settled() {
        return line.awarded() != null ? Display.number(line.awarded()) : said(line.finalValue());
    }

    public boolean isSettled() {
        return line.finalValue().isGiven();
    }

    public boolean hasAttainment() {
        return line.attainment() != null;
    }

    public String attainment() {
        BigDecimal reached = line.attainment();
        return reached == null ? Display.NONE : Integer.toString(Display.percentage(reached));
    }

    public String explanation() {
        return "/plans/" + plan + "/explanation?objective=" + line.id();
    }

    public @Nullable String health() {
        return line.health() == null ? null : line.health().name();
    }

    public boolean isMeasured() {
        return terms().scope() == ObjectiveScope.INDIVIDUAL;
    }
}
