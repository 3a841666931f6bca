package io.cairn.guide.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.framework.RightFramework;
import io.cairn.framework.RightFramework.Proposal;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What do you want to set? The questions, and once they are answered what fits.
 *
 * @param writes whether there is a team for which the viewer may write objectives
 * @param asks whether the question is to come up again
 */
public record NewGoalPage(
        NewGoalForm form,
        @Nullable GoalAnswers answers,
        List<Problem> problems,
        boolean writes,
        boolean asks,
        Viewer viewer)
        implements FullPage {
    private static final String OKR = "okr";

    /** A framework that may be chosen, and where it is written. */
    public record Way(String framework, String name, String words, String button, String url) {}

    @Override
    public String title() {
        return "What do you want to set?";
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES.inUse(viewer) ? Section.OBJECTIVES : Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String back() {
        return viewer.uses(OKR) ? "/objectives" : "/";
    }

    public List<NewGoalForm.Question> questions() {
        return form.questions();
    }

    public String typedTitle() {
        return Objects.requireNonNullElse(form.title(), "");
    }

    public List<Proposal> proposals() {
        return answers == null ? List.of() : RightFramework.of(answers);
    }

    /** {@code OKR and MBO}. */
    public String fitting() {
        return answers == null ? "" : RightFramework.names(answers);
    }

    public boolean several() {
        return proposals().size() > 1;
    }

    /** What else there is, for who decides otherwise. */
    public List<Way> others() {
        return Stream.of(OKR, "kpi", "mbo")
                .filter(viewer::uses)
                .filter(framework -> proposals().stream()
                        .noneMatch(proposal -> proposal.framework().equals(framework)))
                .map(this::way)
                .toList();
    }

    public Way way(String framework) {
        return switch (framework) {
            case OKR ->
                new Way(framework, "OKR", "Objective and key results", "Write an OKR", url("/objectives/new", true));
            case "kpi" ->
                new Way(framework, "KPI", "Key performance indicator", "Define a KPI", url("/metrics/new", false));
            case "mbo" ->
                new Way(framework, "MBO", "Management by objectives", "Write an MBO", url("/plans/new", false));
            default -> throw new IllegalArgumentException(framework);
        };
    }

    /** Whether the organisation does without it. */
    public boolean off(String framework) {
        return !viewer.uses(framework);
    }

    /** Whether this viewer can write it at all. */
    public boolean may(String framework) {
        return viewer.uses(framework) && (writes || !framework.equals(OKR));
    }

    /** Whether an OKR is about to be chosen for something that is to be paid. */
    public boolean unpaid(String framework) {
        return framework.equals(OKR) && answers != null && answers.linkedToPay();
    }

    private String url(String path, boolean placed) {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        String code = answers == null ? "" : answers.code();
        Stream.of("title", "answers").forEach(name -> url.queryParam(name, "{" + name + "}"));
        if (placed && form.cycle() != null && !form.cycle().isBlank()) {
            url.queryParam("cycle", "{cycle}");
        }
        if (placed && form.team() != null && !form.team().isBlank()) {
            url.queryParam("team", "{team}");
        }
        return url.encode()
                .buildAndExpand(java.util.Map.of(
                        "title",
                        typedTitle(),
                        "answers",
                        code,
                        "cycle",
                        Objects.requireNonNullElse(form.cycle(), ""),
                        "team",
                        Objects.requireNonNullElse(form.team(), "")))
                .toUriString();
    }
}
