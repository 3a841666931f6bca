package io.cairn.guide.web;

import io.cairn.framework.Frameworks;
import io.cairn.guide.Combination;
import io.cairn.guide.Guide;
import io.cairn.guide.Need;
import io.cairn.guide.Pick;
import io.cairn.guide.Recommendation;
import io.cairn.guide.Recommendation.Reason;
import io.cairn.guide.Signal;
import io.cairn.guide.Situation;
import io.cairn.guide.Stage;
import io.cairn.guide.Table;
import io.cairn.guide.WorkArea;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Texts;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The selection guide, as JSON. */
@RestController
@RequestMapping("/api/v1/guide/recommendations")
class GuideApi {
    private final Frameworks frameworks;

    GuideApi(Frameworks frameworks) {
        this.frameworks = frameworks;
    }

    /**
     * A company that asks.
     *
     * @param employees 0 to 10,000,000
     * @param signals what else is known, each matches what a framework is best for
     */
    record GuideQuestion(
            @Needed @Nullable Integer employees,
            @Nullable List<@Nullable WorkArea> functions,
            @Nullable List<@Nullable Need> needs,
            @Nullable List<@Nullable Signal> signals) {

        Situation situation() {
            Texts texts = new Texts();
            if (employees == null) {
                texts.add(GeneralProblem.REQUIRED.at("employees"));
            } else if (employees < 0 || employees > Situation.MOST_EMPLOYEES) {
                texts.add(GuideForm.impossible());
            }
            List<WorkArea> areas = known("functions", functions, texts);
            List<Need> needed = known("needs", needs, texts);
            List<Signal> said = known("signals", signals, texts);
            texts.refuseIfAny();
            return new Situation(employees == null ? 0 : employees, areas, needed, said);
        }

        private static <T> List<T> known(String field, @Nullable List<@Nullable T> words, Texts texts) {
            List<T> known = new ArrayList<>();
            for (int at = 0; words != null && at < words.size(); at++) {
                T word = words.get(at);
                if (word == null) {
                    texts.add(GeneralProblem.REQUIRED.at(field + "[" + at + "]"));
                } else {
                    known.add(word);
                }
            }
            return known;
        }
    }

    /**
     * What fits, best first.
     *
     * @param stages the rows of the stage table: the company's own and, within a tenth of a boundary, the one beside it
     */
    record GuideAnswer(
            List<GuideRecommendation> recommendations, List<GuideStage> stages, List<GuideCombination> combinations) {}

    /**
     * A framework that fits.
     *
     * @param framework its key
     * @param derived whether one of its reasons follows from what it is best for, instead of standing in the source's tables
     * @param inCairn whether Cairn runs it
     * @param pros null where the source names none; so for cons
     */
    record GuideRecommendation(
            String framework,
            String name,
            int score,
            boolean derived,
            boolean inCairn,
            List<GuideReason> reasons,
            @Nullable String pros,
            @Nullable String cons) {}

    /**
     * A row that names the framework.
     *
     * @param points 0 for the stage beside a near boundary
     */
    record GuideReason(Table table, String row, int points, boolean derived, String label, String why) {}

    /** @param points what it counts for each framework it names */
    record GuideStage(Stage row, String label, int points, List<String> frameworks) {}

    record GuideCombination(Combination combination, String label, String words, List<String> frameworks) {}

    /** Recommends frameworks for a company, best first, with every row of the tables that speaks for each. Nothing is stored. */
    @PostMapping
    GuideAnswer recommend(@RequestBody GuideQuestion question) {
        Situation situation = question.situation();
        List<Recommendation> found = Guide.recommend(situation);
        return new GuideAnswer(
                found.stream().map(this::shown).toList(),
                stages(situation.employees()),
                Combination.of(found).stream()
                        .map(each -> new GuideCombination(each, each.label(), each.words(), each.frameworks()))
                        .toList());
    }

    private GuideRecommendation shown(Recommendation found) {
        return new GuideRecommendation(
                found.framework(),
                found.portrait().name(),
                found.score(),
                found.derived(),
                frameworks.find(found.framework()).isPresent(),
                found.reasons().stream().map(GuideApi::shown).toList(),
                found.portrait().pros(),
                found.portrait().cons());
    }

    private static GuideReason shown(Reason reason) {
        return new GuideReason(
                reason.row().table(),
                reason.row().name(),
                reason.points(),
                reason.row().derived(),
                reason.row().label(),
                reason.why());
    }

    private static List<GuideStage> stages(int employees) {
        return Stream.of(
                        Optional.of(shown(Stage.of(employees), Table.STAGE.points())),
                        Stage.beside(employees).map(stage -> shown(stage, 0)))
                .flatMap(Optional::stream)
                .toList();
    }

    private static GuideStage shown(Stage stage, int points) {
        return new GuideStage(
                stage,
                stage.label(),
                points,
                stage.picks().stream().map(Pick::framework).toList());
    }
}
