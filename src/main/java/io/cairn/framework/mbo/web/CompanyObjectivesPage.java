package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.CompanyObjective;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Display;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Objectives of the company.
 *
 * @param writes whether the viewer writes and scores them
 * @param team whether the viewer may find plans of others
 * @param refused a score that was refused, and what was typed; null where none was
 */
public record CompanyObjectivesPage(
        List<CompanyObjective> objectives,
        boolean writes,
        boolean team,
        @Nullable String nextUrl,
        @Nullable Refused refused)
        implements FullPage {

    /** A score that was refused. */
    public record Refused(UUID objective, String typed, List<Problem> problems) {}

    @Override
    public String title() {
        return "Company objectives";
    }

    @Override
    public Section section() {
        return Section.PLANS;
    }

    @Override
    public int status() {
        return refused == null ? 200 : refused.problems().getFirst().status();
    }

    public String words(CompanyObjective one) {
        return PlanDays.span(one.startsOn(), one.endsOn()) + " · " + BasisWords.shortly(one.basis());
    }

    public String target(CompanyObjective one) {
        if (!one.basis().measured()) {
            return one.basis() == AttainmentBasis.BOOLEAN ? "done" : "100 %";
        }
        String comparator = one.comparator() == null ? "" : one.comparator().label() + " ";
        return comparator + Display.value(one.target(), one.unit());
    }

    public String settled(CompanyObjective one) {
        if (one.finalValue() == null) {
            return Display.NONE;
        }
        return switch (one.basis()) {
            case BOOLEAN -> one.finalValue().signum() > 0 ? "yes" : "no";
            case MILESTONE -> Display.value(one.finalValue(), "%");
            case BASELINE_TO_TARGET, RATIO_TO_TARGET, INVERSE_RATIO, RUBRIC ->
                Display.value(one.finalValue(), one.unit());
        };
    }

    public boolean isRefused(CompanyObjective one) {
        return refused != null && refused.objective().equals(one.id());
    }

    public String typed(CompanyObjective one) {
        return refused != null && isRefused(one) ? refused.typed() : "";
    }

    public List<Problem> problems(CompanyObjective one) {
        return refused != null && isRefused(one) ? refused.problems() : List.of();
    }
}
