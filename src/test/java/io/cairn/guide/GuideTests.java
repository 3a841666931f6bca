package io.cairn.guide;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.framework.Portrait;
import io.cairn.framework.Portraits;
import io.cairn.guide.Recommendation.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Sources: frameworks 4.1 to 4.5. */
class GuideTests {
    private static Situation of(int employees, List<WorkArea> areas, List<Need> needs) {
        return new Situation(employees, areas, needs, List.of());
    }

    private static String scores(Situation situation) {
        return Guide.recommend(situation).stream()
                .map(each -> each.framework() + " " + each.score())
                .collect(Collectors.joining(" · "));
    }

    @ParameterizedTest
    @CsvSource({
        "30, PRODUCT, PRODUCT_FOCUS, northstar 7 · okr 4 · smart 4",
        "400, REVOPS, ALIGN_FUNCTIONS, scorecard 7 · okr 2 · kpi 2 · mbo 2 · hybrid 2",
        "120, SALES, EXECUTION_WEAK, fourdx 7 · v2mom 5 · okr 4 · kpi 2 · mbo 2 · eos 2",
        "2000, LEADERSHIP, LONG_TERM_TRANSFORMATION, hoshin 7 · scorecard 4 · okr 2 · kpi 2 · v2mom 2"
    })
    void theVectorsOfTheSource(int employees, WorkArea area, Need need, String expected) {
        assertThat(scores(of(employees, List.of(area), List.of(need)))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "0, STARTUP,",
        "44, STARTUP,",
        "45, STARTUP, SCALE_UP",
        "49, STARTUP, SCALE_UP",
        "50, SCALE_UP, STARTUP",
        "55, SCALE_UP, STARTUP",
        "56, SCALE_UP,",
        "224, SCALE_UP,",
        "225, SCALE_UP, GROWTH",
        "249, SCALE_UP, GROWTH",
        "250, GROWTH, SCALE_UP",
        "275, GROWTH, SCALE_UP",
        "276, GROWTH,",
        "899, GROWTH,",
        "900, GROWTH, ENTERPRISE",
        "999, GROWTH, ENTERPRISE",
        "1000, ENTERPRISE, GROWTH",
        "1100, ENTERPRISE, GROWTH",
        "1101, ENTERPRISE,",
        "10000000, ENTERPRISE,"
    })
    void aBoundaryBelongsAboveAndATenthAroundItShowsBothStages(int employees, Stage stage, Stage beside) {
        assertThat(Stage.of(employees)).isEqualTo(stage);
        assertThat(Stage.beside(employees).orElse(null)).isEqualTo(beside);
    }

    @Test
    void theStageBesideIsAReasonWithoutPointsAndRecommendsNothingAlone() {
        List<Recommendation> near = Guide.recommend(of(48, List.of(), List.of()));
        assertThat(near.stream().map(Recommendation::framework)).containsExactly("okr", "smart", "northstar");
        assertThat(near.getFirst().reasons())
                .extracting(Reason::row, Reason::points)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(Stage.STARTUP, 2),
                        org.assertj.core.groups.Tuple.tuple(Stage.SCALE_UP, 0));
    }

    @Test
    void eachFunctionAndEachNeedAddsItsPointsOnce() {
        Situation both = of(
                120,
                List.of(WorkArea.SALES, WorkArea.MARKETING, WorkArea.SALES),
                List.of(Need.FOCUS_ALIGNMENT_STRETCH, Need.BRIDGE_COMPANY_AND_PERSON));
        Recommendation okr = Guide.recommend(both).getFirst();
        assertThat(okr.framework()).isEqualTo("okr");
        assertThat(okr.score()).isEqualTo(3 + 3 + 2 + 2 + 2);
        assertThat(okr.reasons().stream().map(Reason::row))
                .containsExactly(
                        Need.FOCUS_ALIGNMENT_STRETCH,
                        Need.BRIDGE_COMPANY_AND_PERSON,
                        Stage.SCALE_UP,
                        WorkArea.SALES,
                        WorkArea.MARKETING);
    }

    @ParameterizedTest
    @CsvSource({
        "OPERATIONAL_DISCIPLINE, eos",
        "ORGANISATION_DESIGN, sevens",
        "CLEAR_ROLES, raci",
        "MATURING_EXECUTION, hybrid"
    })
    void rowsThatStandInNoTableAreDerived(Need need, String framework) {
        assertThat(Guide.recommend(of(30, List.of(), List.of(need))).stream()
                        .filter(Recommendation::derived)
                        .map(Recommendation::framework))
                .containsExactly(framework);
    }

    @Test
    void whatIsSaidOfTheTablesIsNotDerived() {
        assertThat(Guide.recommend(of(400, List.of(WorkArea.values()), List.of())))
                .noneMatch(Recommendation::derived);
    }

    @Test
    void aSignalAddsOne() {
        assertThat(scores(new Situation(2000, List.of(), List.of(), List.of(Signal.LEAN, Signal.LONG_HORIZON))))
                .isEqualTo("hoshin 4 · okr 2 · kpi 2 · scorecard 2");
    }

    @Test
    void combinationsFollowFromWhatIsRecommended() {
        assertThat(Combination.of(Guide.recommend(of(30, List.of(WorkArea.SALES), List.of()))))
                .containsExactly(Combination.values());
        assertThat(Combination.of(Guide.recommend(of(30, List.of(), List.of(Need.MATURING_EXECUTION)))))
                .containsExactly(Combination.OKR_KPI_HYBRID, Combination.OKR_SMART_CHECK);
        assertThat(Combination.of(Guide.recommend(of(2000, List.of(), List.of(Need.BRIDGE_COMPANY_AND_PERSON)))))
                .containsExactly(Combination.OKR_MBO_BRIDGE, Combination.OKR_KPI_HYBRID);
    }

    @ParameterizedTest
    @EnumSource(Need.class)
    void everyRowNamesFrameworksThereAre(Need need) {
        assertThat(need.picks())
                .isNotEmpty()
                .allSatisfy(pick -> assertThat(Portraits.find(pick.framework())).isPresent());
    }

    @Test
    void everyFrameworkCanBeRecommended() {
        Set<String> named = Stream.of(Stage.values(), WorkArea.values(), Need.values(), Signal.values())
                .flatMap(Stream::of)
                .flatMap(row -> ((Row) row).picks().stream())
                .map(Pick::framework)
                .collect(Collectors.toSet());
        assertThat(named).isEqualTo(Portraits.all().stream().map(Portrait::key).collect(Collectors.toSet()));
    }

    @Property
    void anotherNeedNeverLowersAScore(
            @ForAll @IntRange(max = 3000) int employees,
            @ForAll @Size(max = 4) Set<WorkArea> areas,
            @ForAll @Size(max = 5) Set<Need> needs,
            @ForAll Need more) {
        List<Recommendation> before = Guide.recommend(of(employees, List.copyOf(areas), List.copyOf(needs)));
        List<Need> with = new ArrayList<>(needs);
        with.add(more);
        List<Recommendation> after = Guide.recommend(of(employees, List.copyOf(areas), with));
        assertThat(before)
                .allSatisfy(each -> assertThat(after).anySatisfy(same -> {
                    assertThat(same.framework()).isEqualTo(each.framework());
                    assertThat(same.score()).isGreaterThanOrEqualTo(each.score());
                }));
    }

    @Property
    void theOrderOfAnswersChangesNothingAndScoresFall(
            @ForAll @IntRange(max = 3000) int employees,
            @ForAll @Size(max = 7) Set<WorkArea> areas,
            @ForAll @Size(max = 8) Set<Need> needs) {
        List<Need> turned = new ArrayList<>(needs);
        Collections.reverse(turned);
        List<WorkArea> turnedAreas = new ArrayList<>(areas);
        Collections.reverse(turnedAreas);
        List<Recommendation> found = Guide.recommend(of(employees, List.copyOf(areas), List.copyOf(needs)));
        assertThat(Guide.recommend(of(employees, turnedAreas, turned))).isEqualTo(found);
        assertThat(found.stream().map(each -> -each.score())).isSorted();
        assertThat(found)
                .allSatisfy(each -> assertThat(each.score())
                        .isEqualTo(
                                each.reasons().stream().mapToInt(Reason::points).sum())
                        .isPositive());
    }
}
