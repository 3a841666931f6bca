package io.cairn.metric.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Problem;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.LeadLag;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.MetricSearch;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The definition sheet, to be written; {@code metric} is null for a new one.
 *
 * @param newer whether somebody saved the metric while it was written
 * @param answers what was said before a KPI was chosen, of a new one
 */
public record MetricEditorPage(
        @Nullable Metric metric,
        MetricForm form,
        Choices choices,
        List<Problem> problems,
        boolean newer,
        @Nullable GoalAnswers answers)
        implements FullPage {

    /** What can be chosen. */
    public record Choices(List<Option> teams, List<String> people, List<MetricSearch.Choice> metrics) {}

    /** Something worth having that nothing depends on. */
    public record Hint(boolean holds, String words) {}

    @Override
    public String title() {
        return metric == null ? "Define a metric" : "Edit metric";
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String action() {
        return metric == null ? "/metrics" : "/metrics/" + metric.id();
    }

    public List<Hint> hints() {
        boolean judged = !Direction.NONE.name().equals(form.direction());
        boolean promised = metric == null
                ? !form.firstTarget().isEmpty()
                : metric.figures().targetId() != null;
        return List.of(
                new Hint(
                        !MetricForm.blank(form.definition()),
                        "A definition that gives two people who measure it the same number"),
                new Hint(!judged || promised, "A target, or no value is good or bad"),
                new Hint(
                        !MetricForm.blank(form.source()) || isComputed(),
                        "A source, so that the number can be found again"),
                new Hint(!MetricForm.blank(form.consequences()), "What is done when it is red"));
    }

    private boolean isComputed() {
        return !MetricForm.blank(form.formula()) || Boolean.TRUE.equals(form.addsUp());
    }

    /** Metrics it may stand below; not itself. */
    public List<Option> parents() {
        return choices.metrics().stream()
                .filter(choice -> metric == null || !choice.id().equals(metric.id()))
                .map(choice -> new Option(choice.id().toString(), choice.name()))
                .toList();
    }

    public List<MetricSearch.Choice> inputs() {
        return choices.metrics().stream()
                .filter(choice -> metric == null || !choice.id().equals(metric.id()))
                .toList();
    }

    public List<Option> directions() {
        return options(Direction.values(), Direction::label);
    }

    public List<Option> frequencies() {
        return options(Frequency.values(), Frequency::label);
    }

    public List<Option> aggregations() {
        return options(Aggregation.values(), Aggregation::label);
    }

    public List<Option> levels() {
        return options(MetricLevel.values(), MetricLevel::label);
    }

    public List<Option> leads() {
        return options(LeadLag.values(), LeadLag::label);
    }

    public List<Option> audiences() {
        return options(
                new Visibility[] {
                    Visibility.PUBLIC_ORG, Visibility.TEAM, Visibility.PRIVATE_PAIR_HR, Visibility.RESTRICTED_LIST
                },
                Visibility::label);
    }

    private static <E extends Enum<E>> List<Option> options(E[] constants, Function<E, String> label) {
        return Arrays.stream(constants)
                .map(constant -> new Option(constant.name(), label.apply(constant)))
                .toList();
    }

    public String text(@Nullable String typed) {
        return MetricForm.text(typed);
    }
}
