package io.cairn.smart;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.kernel.Vectors;
import io.cairn.smart.SmartFacts.Attested;
import io.cairn.smart.SmartFacts.Measured;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each letter of the check. Source: frameworks 2.4, vectors SMT. */
class SmartCheckTests {
    private static final LocalDate FIRST = LocalDate.of(2026, 7, 1);
    private static final LocalDate LAST = LocalDate.of(2026, 9, 30);

    record Row(
            String id,
            String title,
            String promise,
            Measured measured,
            Attested.State attested,
            List<String> links,
            LocalDate dueOn,
            LocalDate from,
            LocalDate until,
            Map<SmartLetter, SmartMark> letters,
            int score,
            boolean smart) {
        SmartFacts facts() {
            return new SmartFacts(
                    title,
                    promise,
                    true,
                    measured,
                    new Attested(attested, "Theo", from),
                    null,
                    links,
                    false,
                    "",
                    dueOn,
                    from,
                    until);
        }
    }

    static Stream<Row> vectors() {
        return Vectors.rows("smart", Row.class).stream();
    }

    @ParameterizedTest
    @MethodSource("vectors")
    void workedExamples(Row row) {
        SmartCheck check = SmartCheck.of(row.facts());
        row.letters()
                .forEach((letter, mark) -> assertThat(check.letter(letter).result())
                        .as(row.id() + " " + check.letter(letter))
                        .isEqualTo(mark));
        assertThat(check.score()).isEqualTo(row.score());
        assertThat(check.smart()).isEqualTo(row.smart());
    }

    static SmartFacts facts(String title, Measured measured) {
        return facts(title, measured, true, Attested.AGREED, List.of("Something"), false, "", LAST, FIRST, LAST);
    }

    static SmartFacts facts(
            String title,
            Measured measured,
            boolean owned,
            Attested attested,
            List<String> links,
            boolean follows,
            String rationale,
            @Nullable LocalDate due,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        return new SmartFacts(title, "", owned, measured, attested, null, links, follows, rationale, due, from, until);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Raise the renewal rate of key accounts  | NONE   | true  | PASS
            raising the renewal rate of key accounts | NONE  | true  | PASS
            Raise the renewal rate of key accounts  | NONE   | false | PARTIAL
            Raise renewal rate                      | NONE   | true  | PARTIAL
            The renewal rate of key accounts        | NONE   | true  | PARTIAL
            Renewal rate                            | NONE   | true  | PARTIAL
            Renewal rate                            | NONE   | false | FAIL
            Improve                                 | NONE   | true  | FAIL
            Be better at renewals                   | NONE   | true  | FAIL
            Improve the renewal rate of key accounts | NONE  | true  | PARTIAL
            Improve the renewal rate of key accounts | NAMED | true  | PARTIAL
            Improve the renewal rate of key accounts | TARGET | true | PASS
            Improve the renewal rate of key accounts | STEPS | true  | PASS
            Optimise checkout for phones and tablets | NONE  | true  | PARTIAL
            optimizing checkout for phones, tablets and watches | NONE | true | PARTIAL
            Answer each ticket as soon as possible today and tomorrow | NONE | true | PARTIAL
            Answer each ticket on the day it arrives | NONE  | true  | PASS
            Win the bestseller award in three towns | NONE   | true  | PASS
            Sell cross-sell packages to four accounts | NONE | true  | PASS
            """)
    void specific(String title, Measured measured, boolean owned, SmartMark wanted) {
        SmartFacts facts =
                facts(title, measured, owned, Attested.AGREED, List.of("Something"), false, "", LAST, FIRST, LAST);
        SmartFinding found = SmartCheck.of(facts).letter(SmartLetter.SPECIFIC);
        assertThat(found.result()).as(found.toString()).isEqualTo(wanted);
        assertThat(found.mend() == null).isEqualTo(wanted == SmartMark.PASS);
    }

    @Test
    void whatIsVagueIsNamed() {
        SmartFinding found = SmartCheck.of(facts("Look into various ways as soon as possible", Measured.NONE))
                .letter(SmartLetter.SPECIFIC);
        assertThat(found.why()).contains("“look into”, “various”, “as soon as possible”");
    }

    @ParameterizedTest
    @CsvSource({"TARGET, PASS", "STEPS, PASS", "DESCRIBED, PARTIAL", "SOME, PARTIAL", "NAMED, PARTIAL", "NONE, FAIL"})
    void measurable(Measured measured, SmartMark wanted) {
        assertThat(SmartCheck.of(facts("Anything", measured))
                        .letter(SmartLetter.MEASURABLE)
                        .result())
                .isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "'', NONE",
        "NONE NONE, NONE",
        "TARGET, TARGET",
        "STEPS, STEPS",
        "DESCRIBED, DESCRIBED",
        "TARGET STEPS, TARGET",
        "TARGET NONE, SOME",
        "TARGET NAMED, SOME"
    })
    void severalMeasuresTogether(String each, Measured wanted) {
        List<Measured> parts = each.isEmpty()
                ? List.of()
                : Arrays.stream(each.split(" ")).map(Measured::valueOf).toList();
        assertThat(Measured.together(parts)).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({"NOBODY, FAIL", "ATTESTED, PASS", "STALE, PARTIAL", "AGREED, PASS", "TO_BE_AGREED, NA"})
    void achievable(Attested.State state, SmartMark wanted) {
        SmartFacts facts = facts(
                "Anything",
                Measured.TARGET,
                true,
                new Attested(state, "Theo", FIRST),
                List.of(),
                false,
                "",
                LAST,
                FIRST,
                LAST);
        assertThat(SmartCheck.of(facts).letter(SmartLetter.ACHIEVABLE).result()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource({
        "true, false, '', PASS",
        "false, true, '', PASS",
        "false, false, Because our customers leave, PASS",
        "false, false, Because so, PARTIAL",
        "false, false, ' ', FAIL"
    })
    void relevant(boolean linked, boolean follows, String rationale, SmartMark wanted) {
        List<String> links = linked ? List.of("Keep customers") : List.of();
        SmartFacts facts =
                facts("Anything", Measured.TARGET, true, Attested.AGREED, links, follows, rationale, LAST, FIRST, LAST);
        assertThat(SmartCheck.of(facts).letter(SmartLetter.RELEVANT).result()).isEqualTo(wanted);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "none",
            value = {
                "2026-07-01, true, PASS",
                "2026-09-30, true, PASS",
                "2026-06-30, true, PARTIAL",
                "2026-10-01, true, PARTIAL",
                "2026-09-30, false, PARTIAL",
                "none, true, FAIL",
                "none, false, FAIL"
            })
    void timeBound(@Nullable LocalDate due, boolean inCycle, SmartMark wanted) {
        SmartFacts facts = facts(
                "Anything",
                Measured.TARGET,
                true,
                Attested.AGREED,
                List.of(),
                false,
                "",
                due,
                inCycle ? FIRST : null,
                inCycle ? LAST : null);
        assertThat(SmartCheck.of(facts).letter(SmartLetter.TIME_BOUND).result()).isEqualTo(wanted);
    }

    /** Weekly values that rise by one; the natural limits are 10 to 30 round 20. */
    private static SmartHistory rising(int values) {
        return new SmartHistory(
                new BigDecimal("20"),
                new BigDecimal("10"),
                new BigDecimal("30"),
                IntStream.range(0, values)
                        .mapToObj(week -> new SmartHistory.Value(FIRST.plusWeeks(week), BigDecimal.valueOf(20L + week)))
                        .toList());
    }

    @ParameterizedTest
    @CsvSource({
        // last value 25 on 5 August, 8 weeks to the end: 24 steps of the usual slope are three times as fast
        "6, 40, false, false, false",
        "6, 40.01, false, true, false",
        "6, 49, false, true, false",
        "6, 49.01, false, true, true",
        // with fewer than six values nothing is said
        "5, 400, false, false, false",
        // downwards it never went
        "6, 24, true, false, true",
        "6, 0, true, false, true",
        "6, -0.01, true, true, true",
        // reached already
        "6, 25, false, false, false",
        "6, 20, false, false, false"
    })
    void aTargetOutOfReachIsWarnedOf(int values, BigDecimal target, boolean falls, boolean beyond, boolean steep) {
        List<String> warnings = rising(values).warnings(target, falls, FIRST.plusWeeks(13));
        assertThat(warnings.stream().anyMatch(warning -> warning.contains("twice")))
                .isEqualTo(beyond);
        assertThat(warnings.stream().anyMatch(warning -> warning.contains("three times")))
                .isEqualTo(steep);
    }

    @Test
    void warningsStandBesideTheLetterAndDoNotChangeIt() {
        SmartFacts facts = new SmartFacts(
                "Anything",
                "",
                true,
                Measured.TARGET,
                Attested.AGREED,
                new SmartFacts.Stretch(rising(6), new BigDecimal("400"), false),
                List.of(),
                true,
                "",
                LAST,
                FIRST,
                LAST);
        SmartFinding found = SmartCheck.of(facts).letter(SmartLetter.ACHIEVABLE);
        assertThat(found.result()).isEqualTo(SmartMark.PASS);
        assertThat(found.warnings()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(SmartMark.class)
    void marksDifferInIconAndWord(SmartMark mark) {
        assertThat(Stream.of(SmartMark.values()).filter(other -> other.icon().equals(mark.icon())))
                .hasSize(1);
        assertThat(Stream.of(SmartMark.values()).filter(other -> other.word().equals(mark.word())))
                .hasSize(1);
    }
}
