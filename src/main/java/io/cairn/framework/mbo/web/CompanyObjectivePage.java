package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.CompanyObjective;
import io.cairn.incentive.AttainmentBasis;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An objective of the company, to be written; {@code objective} is null for a new one. */
public record CompanyObjectivePage(
        @Nullable CompanyObjective objective, CompanyObjectiveForm form, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return objective == null ? "New company objective" : "Edit company objective";
    }

    @Override
    public Section section() {
        return Section.PLANS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String action() {
        return objective == null ? "/company-objectives" : "/company-objectives/" + objective.id();
    }

    public String text(@Nullable String typed) {
        return CompanyObjectiveForm.text(typed);
    }

    public List<Option> bases() {
        return Arrays.stream(AttainmentBasis.values())
                .filter(basis -> basis != AttainmentBasis.RUBRIC)
                .map(basis -> new Option(basis.name(), BasisWords.choice(basis)))
                .toList();
    }

    public List<Option> comparators() {
        return Stream.of(Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT)
                .map(one -> new Option(one.name(), one.label()))
                .toList();
    }
}
