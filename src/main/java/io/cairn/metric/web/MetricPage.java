package io.cairn.metric.web;

import io.cairn.audit.Journal;
import io.cairn.kernel.Display;
import io.cairn.kernel.PersonRef;
import io.cairn.kernel.Problem;
import io.cairn.metric.Metric;
import io.cairn.metric.MetricFigures;
import io.cairn.metric.MetricHistory.Entry;
import io.cairn.metric.MetricSheet;
import io.cairn.metric.MetricState;
import io.cairn.metric.MetricStatus;
import io.cairn.metric.MetricStory;
import io.cairn.metric.MetricWords;
import io.cairn.metric.RelatedMetric;
import io.cairn.metric.RelatedMetric.Relation;
import io.cairn.metric.Rule;
import io.cairn.metric.Trend;
import io.cairn.web.Fragment;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import io.cairn.web.part.ProcessChart;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A metric with its values, targets, definition and surroundings.
 *
 * @param readers by name, where named people read it
 * @param typed what was typed into a form that was refused
 * @param asked the period whose note is asked for; null where none is missing
 * @param all whether all periods are shown instead of the last
 */
public record MetricPage(
        MetricStory story,
        List<RelatedMetric> related,
        List<PersonRef> readers,
        List<Journal.Line> journal,
        List<Fragment> panels,
        Typed typed,
        List<Problem> problems,
        @Nullable Entry asked,
        boolean all,
        LocalDate today,
        ZoneId zone)
        implements FullPage {
    private static final int CHARTED = 60;
    private static final int MOST_CHARTED = 400;
    private static final int LISTED = 13;

    /** What was typed into the page's forms. */
    public record Typed(String note, TargetForm target) {
        static final Typed NOTHING = new Typed("", TargetForm.EMPTY);
    }

    @Override
    public String title() {
        return metric().name();
    }

    @Override
    public Section section() {
        return Section.KPIS;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public Metric metric() {
        return story.metric();
    }

    public MetricSheet sheet() {
        return metric().sheet();
    }

    public MetricFigures figures() {
        return metric().figures();
    }

    public MetricLine line() {
        return new MetricLine(metric(), today);
    }

    public String at() {
        return "/metrics/" + metric().id();
    }

    public boolean mayEdit() {
        return metric().mayEdit() && metric().state() != MetricState.RETIRED;
    }

    /** Where its values are typed. */
    public String entry() {
        return "/metrics/entry?q=" + URLEncoder.encode(metric().name(), StandardCharsets.UTF_8);
    }

    public boolean mayEnter() {
        return mayEdit() && metric().state() == MetricState.ACTIVE && !sheet().computed();
    }

    public boolean mayBecome(MetricState next) {
        MetricState now = metric().state();
        return mayEdit()
                && switch (next) {
                    case DRAFT -> false;
                    case ACTIVE -> now == MetricState.DRAFT || now == MetricState.PAUSED;
                    case PAUSED -> now == MetricState.ACTIVE;
                    case RETIRED -> now != MetricState.RETIRED;
                };
    }

    /** The definition, a paragraph for each blank line. */
    public List<String> paragraphs() {
        return Arrays.stream(sheet().definition().strip().split("\\n\\s*\\n"))
                .filter(paragraph -> !paragraph.isBlank())
                .toList();
    }

    public String near() {
        return MetricWords.near(figures().comparator(), figures().amberAt(), sheet());
    }

    /** The arrow of a trend; null where no signal speaks of one. */
    public @Nullable String trendIcon() {
        Trend trend = figures().trend();
        return trend == null || trend == Trend.STABLE ? null : trend == Trend.UP ? "trending-up" : "trending-down";
    }

    public String range() {
        var behaviour = story.behaviour();
        return behaviour == null
                ? "–"
                : MetricWords.number(behaviour.lowerLimit(), sheet().decimals()) + " – "
                        + MetricWords.number(behaviour.upperLimit(), sheet().decimals());
    }

    /** {@code limits from the first 10 weeks}. */
    public String baseline() {
        var behaviour = story.behaviour();
        return behaviour == null
                ? "limits need six values"
                : "limits from the first " + behaviour.baseline() + " values"
                        + (behaviour.provisional() ? ", provisional until 20" : "");
    }

    public @Nullable Rule signal() {
        return figures().signal();
    }

    public String signalWords() {
        Rule rule = figures().signal();
        return rule == null ? "" : rule.label();
    }

    /** Where a confirmed shift would begin: {@code the week of 10 Aug}. */
    public String shiftFrom() {
        LocalDate from = story.shift();
        if (from == null) {
            return "";
        }
        String period = MetricWords.period(sheet().frequency(), from, today);
        return period.contains(" of ") || period.contains(" from ")
                ? "the " + period.substring(0, 1).toLowerCase(Locale.ROOT) + period.substring(1)
                : period;
    }

    /** The periods the chart draws. */
    public List<Entry> charted() {
        return last(all ? MOST_CHARTED : CHARTED);
    }

    public ProcessChart.Content chart() {
        return MetricChart.of(story, charted(), today);
    }

    /** The chart in words. */
    public String chartLabel() {
        var behaviour = story.behaviour();
        String limits = behaviour == null
                ? ""
                : " Mean %s, natural limits %s to %s."
                        .formatted(
                                MetricWords.value(behaviour.mean(), sheet()),
                                MetricWords.value(behaviour.lowerLimit(), sheet()),
                                MetricWords.value(behaviour.upperLimit(), sheet()));
        String signal = signal() == null ? "" : " The last value is a signal: " + signalWords() + ".";
        return "%s, %d periods.%s%s The table below holds every value."
                .formatted(metric().name(), charted().size(), limits, signal);
    }

    /** A period as the table shows it; {@code change} is against the period before. */
    public record Row(
            Entry entry,
            String period,
            String number,
            String change,
            String target,
            @Nullable String signal) {}

    /** Newest first. */
    public List<Row> rows() {
        List<Entry> entries = story.entries();
        int from = Math.max(0, entries.size() - (all ? MOST_CHARTED : LISTED));
        return IntStream.range(from, entries.size())
                .mapToObj(place -> row(entries, place))
                .toList()
                .reversed();
    }

    private Row row(List<Entry> entries, int place) {
        Entry entry = entries.get(place);
        Rule rule = story.signals().get(entry.periodStart());
        var target = story.targetOn(entry.periodEnd());
        return new Row(
                entry,
                MetricWords.shortPeriod(sheet().frequency(), entry.periodStart(), today),
                MetricWords.number(entry.value(), sheet().decimals()),
                place == 0 ? "–" : MetricWords.change(entries.get(place - 1).value(), entry.value(), sheet()),
                target == null ? "–" : MetricWords.target(target),
                rule == null ? null : capital(MetricChart.words(rule)));
    }

    private static String capital(String words) {
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    /** Whether numerators and denominators are shown. */
    public boolean ofRatios() {
        return rows().stream().anyMatch(row -> row.entry().denominator() != null);
    }

    public boolean more() {
        return story.entries().size() > LISTED;
    }

    private List<Entry> last(int most) {
        List<Entry> entries = story.entries();
        return entries.subList(Math.max(0, entries.size() - most), entries.size());
    }

    /** Whether a period is off target and nobody has said why. */
    public boolean silent(Entry entry) {
        return entry.status() == MetricStatus.RED && entry.note().isBlank();
    }

    public String explain(String figure) {
        return at() + "/explanation?figure=" + figure;
    }

    public Map<Relation, List<RelatedMetric>> relations() {
        return related.stream()
                .collect(Collectors.groupingBy(RelatedMetric::relation, TreeMap::new, Collectors.toList()));
    }

    /** A piece of the formula; one that names a metric leads there. */
    public record Piece(String text, @Nullable String href) {}

    public List<Piece> formula() {
        String kept = Objects.requireNonNullElse(sheet().formula(), "");
        Map<String, String> names = related.stream()
                .filter(one -> one.relation() == Relation.INPUT)
                .collect(Collectors.toMap(one -> one.id().toString(), RelatedMetric::name, (one, same) -> one));
        return FormulaPieces.of(kept, names);
    }

    /** A ratio as it was sent; empty for a plain value. */
    public String ratio(Entry entry) {
        return entry.denominator() == null
                ? ""
                : Display.number(entry.numerator()) + " / " + Display.number(entry.denominator());
    }
}
