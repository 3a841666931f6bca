package io.cairn.framework;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.framework.RightFramework.Proposal;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Sources: frameworks 2.3 (wrong-framework guard), 4.4. */
class RightFrameworkTests {
    static Stream<GoalAnswers> all() {
        return IntStream.range(0, 16)
                .mapToObj(bits -> new GoalAnswers((bits & 1) > 0, (bits & 2) > 0, (bits & 4) > 0, (bits & 8) > 0));
    }

    @ParameterizedTest
    @CsvSource({
        "none, OKR",
        "person, MBO",
        "pay, MBO",
        "person.pay, MBO",
        "teams, OKR",
        "person.teams, OKR and MBO",
        "pay.teams, OKR and MBO",
        "person.pay.teams, OKR and MBO",
        "steady, KPI",
        "person.steady, KPI",
        "pay.steady, KPI and MBO",
        "person.pay.steady, KPI and MBO",
        "teams.steady, KPI and OKR",
        "person.teams.steady, KPI and OKR",
        "pay.teams.steady, 'KPI, OKR and MBO'",
        "person.pay.teams.steady, 'KPI, OKR and MBO'"
    })
    void eachOfTheSixteenAnswersHasItsFramework(String code, String names) {
        assertThat(RightFramework.names(answers(code))).isEqualTo(names);
    }

    private static GoalAnswers answers(String code) {
        GoalAnswers read = GoalAnswers.read(code);
        assertThat(read).as(code).isNotNull();
        return read;
    }

    @ParameterizedTest
    @MethodSource("all")
    void whateverIsSaidOnlyAnMboPays(GoalAnswers said) {
        List<Proposal> proposals = RightFramework.of(said);
        assertThat(RightFramework.fits(said, "mbo")).isEqualTo(said.linkedToPay() || mboWithoutPay(said));
        proposals.stream()
                .filter(proposal -> said.linkedToPay() && proposal.framework().equals("okr"))
                .forEach(okr -> assertThat(okr.reasons()).anyMatch(reason -> reason.startsWith("An OKR never pays.")));
        proposals.stream()
                .filter(proposal -> said.linkedToPay() && proposal.framework().equals("kpi"))
                .forEach(kpi ->
                        assertThat(kpi.reasons()).anyMatch(reason -> reason.startsWith("A KPI itself pays nothing")));
    }

    private static boolean mboWithoutPay(GoalAnswers said) {
        return said.onePersonAccountable() && !said.keepsSteady();
    }

    @ParameterizedTest
    @MethodSource("all")
    void everyProposalSaysWhyAndEveryAnswerOfYesIsAReason(GoalAnswers said) {
        List<Proposal> proposals = RightFramework.of(said);
        assertThat(proposals)
                .isNotEmpty()
                .allSatisfy(
                        proposal -> assertThat(proposal.reasons()).isNotEmpty().doesNotHaveDuplicates());
        String all = proposals.toString();
        assertThat(all.contains("One person answers") || all.contains("the person who answers for it"))
                .isEqualTo(said.onePersonAccountable());
        assertThat(all.contains("is linked to pay")).isEqualTo(said.linkedToPay());
        assertThat(all.contains("more than one function")).isEqualTo(said.severalTeams());
        assertThat(all.contains("What should stay")).isEqualTo(said.keepsSteady());
    }

    @Test
    void betweenAnOkrAndAnMboTheBridgeIsNamed() {
        assertThat(RightFramework.of(answers("person.pay.teams")).getLast().reasons())
                .anyMatch(reason -> reason.contains("bridge"));
        assertThat(RightFramework.of(answers("person.pay")).getLast().reasons())
                .noneMatch(reason -> reason.contains("bridge"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void answersGoFromPageToPageUnchanged(GoalAnswers said) {
        assertThat(GoalAnswers.read(said.code())).isEqualTo(said);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "yes", "person,pay", "person.", ".", "none.pay"})
    void anythingElseIsNoAnswer(String code) {
        assertThat(GoalAnswers.read(code)).isNull();
    }

    @Test
    void whatWasSaidIsReadAloud() {
        assertThat(answers("person.pay").said())
                .isEqualTo("one person is accountable, linked to pay, one team is enough, something should change");
    }
}
