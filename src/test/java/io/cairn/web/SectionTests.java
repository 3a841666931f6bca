package io.cairn.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Viewer;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SectionTests {
    private static final List<String> ALL = List.of("okr", "kpi", "mbo", "smart", "hybrid");

    /** The sections of frameworks, by what is in use; the others are always there. */
    @ParameterizedTest
    @CsvSource({
        "okr kpi mbo smart hybrid, CHECK_IN OBJECTIVES KPIS VALUES HYBRID SMART CONNECTORS PLANS TEAM_PLANS PAY",
        "kpi mbo smart,            CHECK_IN KPIS VALUES SMART CONNECTORS PLANS TEAM_PLANS PAY",
        "okr mbo smart,            CHECK_IN OBJECTIVES SMART PLANS TEAM_PLANS PAY",
        "okr kpi smart hybrid,     CHECK_IN OBJECTIVES KPIS VALUES HYBRID SMART CONNECTORS",
        "okr kpi mbo hybrid,       CHECK_IN OBJECTIVES KPIS VALUES HYBRID CONNECTORS PLANS TEAM_PLANS PAY",
        "okr kpi mbo smart,        CHECK_IN OBJECTIVES KPIS VALUES SMART CONNECTORS PLANS TEAM_PLANS PAY",
        "okr,                      CHECK_IN OBJECTIVES",
        "kpi,                      KPIS VALUES CONNECTORS",
        "mbo,                      CHECK_IN PLANS TEAM_PLANS PAY",
        "smart,                    CHECK_IN SMART",
        "'',                       ''"
    })
    void aSectionIsInUseWhileAnyOfItsFrameworksIs(String used, String sections) {
        Viewer viewer = without(ALL.stream()
                .filter(key -> !List.of(used.split(" ")).contains(key))
                .collect(Collectors.toSet()));
        assertThat(Arrays.stream(Section.values())
                        .filter(section -> !section.frameworks().isEmpty())
                        .filter(section -> section.inUse(viewer))
                        .map(Section::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(sections);
        assertThat(Section.HOME.inUse(viewer)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"okr, OBJECTIVES", "smart, SMART", "mbo, PLANS", "something-new, OBJECTIVES"})
    void aGoalStandsWhereItsFrameworkDoes(String framework, Section section) {
        assertThat(Section.ofGoals(framework)).isEqualTo(section);
    }

    private static Viewer without(Set<String> off) {
        return new Viewer(new UUID(0, 1), "Ava", "ava@example.com", Set.of(), List.of(), off);
    }
}
