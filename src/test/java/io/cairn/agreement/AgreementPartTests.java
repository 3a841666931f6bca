package io.cairn.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.agreement.AgreementPart.Shown;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

class AgreementPartTests {
    @Test
    void roundsStandNewestFirstWithWhatTheyChanged() {
        List<Shown> rounds = AgreementSample.part().rounds();
        assertThat(rounds).extracting(shown -> shown.round().number()).containsExactly(8, 7, 6, 5, 4, 3, 2, 1);
        assertThat(changed(rounds.getLast()))
                .as("the first has nothing before it")
                .isEmpty();
        assertThat(changed(rounds.get(6)))
                .containsExactly(
                        "Expansion revenue in assigned enterprise accounts · target: 2,400,000 → 2,300,000",
                        "Expansion revenue in assigned enterprise accounts · basis: Ratio to target → Baseline to target");
        assertThat(changed(rounds.get(4)))
                .as("the amendment is compared with what was agreed")
                .containsExactly("Expansion revenue in assigned enterprise accounts · weight: 60 → 50");
        assertThat(changed(rounds.get(2)))
                .containsExactly(
                        "Plan cap: 2 → 1.8",
                        "Renewals on time · weight: 40 → 30",
                        "Renewals on time · due: 30 Sep 2026 → 15 Oct 2026",
                        "A plan for the northern territory · title: – → A plan for the northern territory",
                        "A plan for the northern territory · weight: – → 20",
                        "A plan for the northern territory · basis: – → Milestone",
                        "A plan for the northern territory · strict: – → yes");
    }

    private static List<String> changed(Shown shown) {
        return shown.differences().stream()
                .map(one -> one.label() + ": " + AgreementPart.value(one.before()) + " → "
                        + AgreementPart.value(one.after()))
                .toList();
    }

    @Test
    void thePageShowsWhoSignedWhatAndWhoseAnswerIsMissing() {
        String html = AgreementSample.html();
        assertThat(html)
                .contains("Amendment 1, from 1 Aug 2026", "“The territory was divided”", "the approval is missing")
                .contains("accepted – agreed", "offered an amendment", "25 Jun 2026, 11:30")
                .contains(AgreementSample.part()
                        .signed()
                        .getLast()
                        .signatures()
                        .getFirst()
                        .shortDigest());
    }

    @ParameterizedTest
    @CsvSource({
        "\"MILESTONE\",Milestone",
        "\"HR\",HR",
        "\"OKR\",OKR",
        "\"2026-09-30\",30 Sep 2026",
        "\"2026-02-31\",2026-02-31",
        "-1234.50,'−1,234.5'",
        "false,no"
    })
    void valuesReadAsPeopleWriteThem(String json, String shown) {
        assertThat(AgreementPart.value(JsonMapper.shared().readTree(json))).isEqualTo(shown);
    }
}
