package io.cairn.web.part;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ChartTests {
    private static final LocalDate START = LocalDate.of(2026, 7, 1);
    private static final LocalDate TODAY = LocalDate.of(2026, 8, 15);
    private static final LocalDate END = LocalDate.of(2026, 9, 30);

    @Test
    void aMeterShowsTheShortfallUpToWhatWasExpected() {
        var meter = meter("0.4111", "0.5", "OFF_TRACK");
        assertThat(meter.done()).isEqualByComparingTo("41.11");
        assertThat(meter.gap()).isEqualByComparingTo("8.89");
        assertThat(meter.tick()).isEqualByComparingTo("50");
        assertThat(meter.tone()).isEqualTo("off");
    }

    @Test
    void aMeterStaysWithinItsBox() {
        assertThat(meter("1.4", "0.5", "ON_TRACK").done()).isEqualByComparingTo("100");
        assertThat(meter("1.4", "0.5", "ON_TRACK").gap()).isZero();
        assertThat(meter("-0.2", "0.5", "OFF_TRACK").done()).isZero();
    }

    @Test
    void aMeterWithoutDataOrExpectationShowsNoShortfall() {
        assertThat(meter(null, "0.5", null).gap()).isZero();
        assertThat(meter("0.3", null, "ON_TRACK").tick()).isNull();
    }

    @Test
    void aSparklineRunsFromLeftToRightAndItsLastPointIsTheDot() {
        var spark = Spark.of(points(1, 3, 2, 4), points(1, 4), "AT_RISK");
        assertThat(xs(spark.real())).isSorted().startsWith(3.0).endsWith(76.0);
        assertThat(spark.real()).endsWith(spark.dot().x() + "," + spark.dot().y());
        assertThat(spark.dot().tone()).isEqualTo("risk");
    }

    @Test
    void aRisingSparklineEndsAboveWhereItBeganAndAFallingOneBelow() {
        assertThat(ys(Spark.of(points(1, 2, 3), List.of(), null).real()))
                .isSortedAccordingTo((a, b) -> Double.compare(b, a));
        assertThat(ys(Spark.of(points(3, 2, 1), List.of(), null).real())).isSorted();
    }

    @Test
    void aSparklineOfNothingOneOrEqualValuesHasNoBrokenNumbers() {
        assertThat(Spark.of(List.of(), List.of(), null)).isEqualTo(new Spark("", "", null));
        assertThat(Spark.of(points(7), List.of(), "ON_TRACK").real()).isEmpty();
        assertThat(Spark.of(points(7), List.of(), "ON_TRACK").dot()).isNotNull();
        assertThat(ys(Spark.of(points(7, 7, 7), List.of(), null).real())).containsOnly(11.0);
    }

    @Test
    void confidenceShowsTheLastSevenWithAZeroStillVisible() {
        var bars = Confidence.of(List.of(9, 9, 1, 2, 3, 4, 5, 6, 0)).bars();
        assertThat(bars).hasSize(7);
        assertThat(bars.getLast().height()).isEqualTo("1.0");
        assertThat(bars.get(5).height()).isEqualTo("9.0");
        assertThat(Confidence.of(List.of()).bars()).isEmpty();
    }

    @Test
    void fallingTargetsFall() {
        var plot = plot(List.of(at(9, "29"), at(44, "28")), plan("30", "24"), "28 h");
        assertThat(ys(plot.plan())).isSorted().startsWith(14.0).endsWith(108.0);
    }

    @Test
    void todayStandsWhereItIsAndTheRingWhereThePlanStands() {
        var plot = plot(List.of(at(9, "40.2"), at(44, "41.6")), plan("40", "44"), "41.6 %");
        double x = 8 + 344.0 * 45 / 91;
        assertThat(Double.parseDouble(plot.today())).isCloseTo(x, org.assertj.core.data.Offset.offset(0.06));
        assertThat(plot.rings()).hasSize(2).last().extracting(Plot.Place::x).isEqualTo(plot.today());
    }

    @Test
    void noRingStandsWhereTheCheckInIsAsPlanned() {
        var plot = plot(List.of(at(9, "88"), at(45, "90")), plan("88", "92"), "90 %");
        assertThat(plot.rings()).hasSize(1);
        assertThat(words(plot)).doesNotContain("plan").contains("90 %", "92 %", "target", "today", "Jul", "Aug", "Sep");
    }

    @Test
    void theLastValueIsNamedOnTheSideWhereThePlanIsNot() {
        var ahead = plot(List.of(at(9, "40"), at(44, "70")), plan("0", "100"), "70");
        assertThat(nameOf("70", ahead))
                .isLessThan(Double.parseDouble(ahead.last().y()));
        var behind = plot(List.of(at(9, "5"), at(44, "20")), plan("0", "100"), "20");
        assertThat(nameOf("20", behind))
                .isGreaterThan(Double.parseDouble(behind.last().y()));
    }

    @Test
    void nothingIsNamedOutsideTheDrawing() {
        for (int last = 0; last <= 91; last += 7) {
            for (String value : List.of("-50", "0", "100", "150")) {
                var plot = plot(List.of(at(0, "0"), at(last, value)), plan("0", "100"), "now");
                assertThat(plot.texts()).allSatisfy(text -> {
                    assertThat(Double.parseDouble(text.y())).isBetween(4.0, 130.0);
                    assertThat(Double.parseDouble(text.x())).isBetween(0.0, 361.0);
                });
            }
        }
    }

    @Test
    void aChartOfNothingOneOrEqualValuesHasNoBrokenNumbers() {
        assertThat(plot(List.of(), List.of(), null).axis()).isEmpty();
        assertThat(plot(List.of(at(3, "7")), List.of(), "7").last()).isNotNull();
        assertThat(plot(List.of(), plan("0", "1"), null).last()).isNull();
        assertThat(plot(List.of(at(1, "5"), at(9, "5")), plan("5", "5"), "5").toString())
                .doesNotContain("NaN", "Infinity");
        assertThat(plot(List.of(at(1, "-30"), at(9, "-4")), plan("-30", "10"), "−4")
                        .toString())
                .doesNotContain("NaN");
    }

    @Test
    void manyCheckInsAreALineWithoutDots() {
        var many = IntStream.range(0, 80)
                .mapToObj(day -> at(day, String.valueOf(day)))
                .toList();
        assertThat(plot(many, List.of(), "79").marks()).isEmpty();
        assertThat(plot(many.subList(0, 10), List.of(), "9").marks()).hasSize(9);
    }

    @Test
    void theAxisNamesAtMostTwelveMonthsAndFewerWithTheirYear() {
        assertThat(names(START, END)).containsExactly("Jul", "Aug", "Sep");
        assertThat(names(LocalDate.of(2026, 1, 1), LocalDate.of(2026, 12, 31)))
                .hasSize(12)
                .startsWith("Jan");
        assertThat(names(LocalDate.of(2026, 1, 1), LocalDate.of(2028, 12, 31)))
                .hasSizeLessThanOrEqualTo(6)
                .startsWith("Jan 2026");
        assertThat(names(LocalDate.of(2026, 8, 1), LocalDate.of(2026, 8, 28)))
                .containsExactly("1 Aug", "8 Aug", "15 Aug", "22 Aug");
        assertThat(names(TODAY, TODAY)).containsExactly("15 Aug");
    }

    private static List<String> names(LocalDate from, LocalDate until) {
        return Months.between(from, until).stream().map(Months.Label::text).toList();
    }

    private static Meter meter(@Nullable String progress, @Nullable String expected, @Nullable String health) {
        return Meter.of(
                progress == null ? null : new BigDecimal(progress),
                expected == null ? null : new BigDecimal(expected),
                health);
    }

    private static Plot plot(List<Point> actual, List<Point> plan, @Nullable String now) {
        String target = plan.isEmpty() ? null : plan.getLast().value() + " %";
        return Plot.of(actual, plan, TODAY, new Plot.Names(now, "plan", target), "AT_RISK");
    }

    private static double nameOf(String words, Plot plot) {
        return plot.texts().stream()
                .filter(text -> text.words().equals(words))
                .mapToDouble(text -> Double.parseDouble(text.y()))
                .findFirst()
                .orElseThrow();
    }

    private static List<String> words(Plot plot) {
        return plot.texts().stream().map(Plot.Text::words).toList();
    }

    private static Point at(int day, String value) {
        return new Point(START.plusDays(day), new BigDecimal(value));
    }

    private static List<Point> plan(String from, String to) {
        return List.of(new Point(START, new BigDecimal(from)), new Point(END, new BigDecimal(to)));
    }

    private static List<Point> points(int... values) {
        var points = new ArrayList<Point>();
        for (int value : values) {
            points.add(at(points.size() * 7, String.valueOf(value)));
        }
        return points;
    }

    private static List<Double> xs(String line) {
        return coordinates(line, 0);
    }

    private static List<Double> ys(String line) {
        return coordinates(line, 1);
    }

    private static List<Double> coordinates(String line, int which) {
        return Arrays.stream(line.split(" "))
                .map(pair -> Double.valueOf(pair.split(",")[which]))
                .toList();
    }
}
