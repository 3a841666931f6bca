package io.cairn.smart;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.smart.SmartFacts.Attested;
import io.cairn.smart.SmartFacts.Measured;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class SmartPropertyTests {
    private static final List<String> WORDS = List.of(
            "raise",
            "win",
            "renewal",
            "rate",
            "in",
            "the",
            "north",
            "4",
            "improve",
            "better",
            "various",
            "as",
            "soon",
            "possible",
            "needed");
    private static final LocalDate DAY = LocalDate.of(2026, 9, 30);

    @Provide
    Arbitrary<List<String>> titles() {
        return Arbitraries.of(WORDS).list().ofMaxSize(9);
    }

    @Provide
    Arbitrary<SmartFacts> facts() {
        return Combinators.combine(
                        titles(),
                        Arbitraries.of(true, false),
                        Arbitraries.of(Measured.values()),
                        Arbitraries.of(Attested.State.values()),
                        Arbitraries.of("", "so", "because they leave us"),
                        Arbitraries.of(0, 30, 200).injectNull(0.2))
                .as((words, owned, measured, state, why, days) -> new SmartFacts(
                        String.join(" ", words),
                        "",
                        owned,
                        measured,
                        new Attested(state, "Theo", DAY),
                        null,
                        List.of(),
                        false,
                        why,
                        days == null ? null : DAY.minusDays(days),
                        DAY.minusDays(91),
                        DAY));
    }

    @Property(tries = 300)
    void theScoreIsTheNumberOfPassesAndFiveOfThemAreSmart(@ForAll("facts") SmartFacts facts) {
        SmartCheck check = SmartCheck.of(facts);
        assertThat(check.letters()).extracting(SmartFinding::letter).containsExactly(SmartLetter.values());
        long passes = check.letters().stream()
                .filter(found -> found.result() == SmartMark.PASS)
                .count();
        assertThat(check.score()).isEqualTo((int) passes);
        assertThat(check.smart()).isEqualTo(passes == 5);
    }

    @Property(tries = 300)
    void whatDoesNotPassSaysWhatWouldMendIt(@ForAll("facts") SmartFacts facts) {
        assertThat(SmartCheck.of(facts).letters()).allSatisfy(found -> {
            assertThat(found.why()).isNotBlank();
            assertThat(found.mend() == null).isEqualTo(found.passes());
        });
    }

    @Property(tries = 500)
    void aVagueWordWithoutAMeasureNeverMakesItMoreSpecific(
            @ForAll("titles") List<String> title, @ForAll("titles") List<String> rest, @ForAll boolean owned) {
        for (String vague : List.of("better", "improve", "a lot", "as soon as possible")) {
            List<String> longer = new ArrayList<>(title);
            longer.addAll(rest);
            String before = String.join(" ", longer);
            for (String after : List.of(before + " " + vague, vague + " " + before)) {
                assertThat(specific(after, owned)).isGreaterThanOrEqualTo(specific(before, owned));
            }
        }
    }

    /** 0 for a pass, more the worse. */
    private static int specific(String title, boolean owned) {
        SmartFacts facts = SmartCheckTests.facts(
                title, Measured.NONE, owned, Attested.AGREED, List.of(), false, "", DAY, DAY, DAY);
        return List.of(SmartMark.PASS, SmartMark.PARTIAL, SmartMark.FAIL)
                .indexOf(SmartCheck.of(facts).letter(SmartLetter.SPECIFIC).result());
    }
}
