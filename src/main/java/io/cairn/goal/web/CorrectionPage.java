package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.Measure;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.Option;
import java.util.List;

/** One's own check-in, to be put right within a day. */
public record CorrectionPage(CheckIn checkIn, Measure measure, CorrectionForm form, String day, List<Problem> problems)
        implements FullPage {
    @Override
    public String title() {
        return "Correct a check-in";
    }

    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public List<Option> levels() {
        return measure.levels().stream()
                .map(level -> new Option(level.name(), MeasureWords.level(level.name())))
                .toList();
    }

    public List<Option> answers() {
        return List.of(new Option("0", "Not yet"), new Option("1", "Yes"));
    }

    public String done(int milestone) {
        return form.done() == null || milestone >= form.done().size()
                ? ""
                : form.done().get(milestone);
    }
}
