package io.cairn.guide.web;

import io.cairn.framework.Framework;
import io.cairn.framework.FrameworkUse;
import io.cairn.framework.Frameworks;
import io.cairn.framework.Glossary;
import io.cairn.framework.Portrait;
import io.cairn.framework.Portraits;
import io.cairn.guide.Combination;
import io.cairn.guide.Recommendation;
import io.cairn.guide.Recommendation.Reason;
import io.cairn.guide.Row;
import io.cairn.guide.Situation;
import io.cairn.guide.Stage;
import io.cairn.kernel.Viewer;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What fits, best first, and why.
 *
 * @param deciders who may switch frameworks on, where the viewer may not
 */
public record GuideAnswerPage(
        Situation situation,
        List<Recommendation> recommendations,
        Frameworks frameworks,
        Viewer viewer,
        List<String> deciders)
        implements FullPage {

    /** How things stand with a framework here. */
    public enum Standing {
        IN_USE("In use"),
        OFF("Not in use"),
        NOT_IN_CAIRN("Not in Cairn yet");

        private final String label;

        Standing(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    @Override
    public String title() {
        return "What fits";
    }

    @Override
    public Section section() {
        return Section.FRAMEWORKS;
    }

    /** {@code 120 people · Sales · Execution or alignment is weak}. */
    public String said() {
        return Stream.of(
                        Stream.of(people(situation.employees())),
                        situation.functions().stream().map(Row::label),
                        situation.needs().stream().map(Row::label),
                        situation.signals().stream().map(Row::label))
                .flatMap(each -> each)
                .collect(Collectors.joining(" · "));
    }

    private static String people(int count) {
        return count == 1 ? "1 person" : String.format(Locale.ENGLISH, "%,d people", count);
    }

    public String change() {
        return GuideForm.address("/guide", situation);
    }

    public Stage stage() {
        return Stage.of(situation.employees());
    }

    public Optional<Stage> beside() {
        return Stage.beside(situation.employees());
    }

    public List<Combination> combinations() {
        return Combination.of(recommendations);
    }

    public Standing standing(String framework) {
        Optional<Framework> here = frameworks.find(framework);
        if (here.isEmpty()) {
            return Standing.NOT_IN_CAIRN;
        }
        return viewer.uses(framework) ? Standing.IN_USE : Standing.OFF;
    }

    public boolean decides() {
        return FrameworkUse.mayDecide(viewer);
    }

    /** What could be switched on: recommended, run by Cairn and off. */
    public List<Recommendation> off() {
        return recommendations.stream()
                .filter(each -> standing(each.framework()) == Standing.OFF)
                .toList();
    }

    /** Recommended and in use, with words to explain. */
    public List<Recommendation> here() {
        return recommendations.stream()
                .filter(each -> standing(each.framework()) != Standing.NOT_IN_CAIRN)
                .toList();
    }

    /** In use although nothing here names it. */
    public List<Portrait> besides() {
        return Portraits.all().stream()
                .filter(portrait -> standing(portrait.key()) == Standing.IN_USE)
                .filter(portrait -> recommendations.stream()
                        .noneMatch(each -> each.framework().equals(portrait.key())))
                .toList();
    }

    /** {@code MBO, SMART goals}. */
    public String namesBesides() {
        return besides().stream().map(Portrait::abbreviation).collect(Collectors.joining(", "));
    }

    /** Where exactly what is recommended is ticked, and nothing decided yet. */
    public String exactly() {
        UriComponentsBuilder url = UriComponentsBuilder.fromPath("/administration/frameworks");
        here().forEach(each -> url.queryParam("propose", each.framework()));
        return url.toUriString();
    }

    public List<Glossary.Entry> words(String framework) {
        return Glossary.of(framework);
    }

    /** {@code + 3}, or what else there is to say of a row without points. */
    public static String points(Reason reason) {
        return reason.points() == 0 ? "near" : "+ " + reason.points();
    }
}
