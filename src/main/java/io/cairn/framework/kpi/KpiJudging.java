package io.cairn.framework.kpi;

import io.cairn.kernel.Comparator;
import io.cairn.kernel.Problem;
import io.cairn.metric.Aggregation;
import io.cairn.metric.Direction;
import io.cairn.metric.Frequency;
import io.cairn.metric.KnownMetric;
import io.cairn.metric.MetricContent;
import io.cairn.metric.MetricLevel;
import io.cairn.metric.SoughtMetric;
import io.cairn.metric.TargetContent;
import io.cairn.template.CellWords;
import io.cairn.template.ReturnProblem;
import io.cairn.template.Returned;
import io.cairn.template.ReturnedRows;
import io.cairn.template.ReturnedRows.Indexed;
import io.cairn.template.RowChange.CellChange;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One file's rows of KPIs, held against what is there. */
final class KpiJudging {
    private static final int MONTHS = 12;
    private static final int MOST_DECIMALS = 2;
    private static final Pattern VALUE = Pattern.compile("actual\\d{1,2}");
    private static final Pattern MONTH = Pattern.compile("(actual|target)\\d{1,2}");
    private static final String LAST = "target" + MONTHS;
    private static final Set<String> TARGET = Set.of("comparator", "target", "amberAt", "low", "high");

    /** Fields of metrics by the columns that hold them; others have the same name. */
    private static final Map<String, String> COLUMNS =
            Map.of("ownerId", "owner", "timeAggregation", "aggregation", "teamId", "level", "audience", "level");

    private final KpiRows.World world;
    private final ReturnedRows rows;
    private final List<Wanted> wanted = new ArrayList<>();
    private final Set<String> fresh = new HashSet<>();

    /** What a row makes of a metric. */
    record Wanted(Returned.Row row, SoughtMetric sought) {}

    KpiJudging(Returned file, KpiRows.World world) {
        this.world = world;
        this.rows = new ReturnedRows(file);
        for (Returned.Sheet sheet : file.sheets()) {
            sheet.rows().forEach(row -> judge(sheet.form(), row));
        }
    }

    ReturnedRows rows() {
        return rows;
    }

    /** The rows that do something and are not refused. */
    List<Wanted> acting() {
        return wanted.stream().filter(one -> !rows.isRefused(one.row())).toList();
    }

    void refuse(Returned.Row row, List<Problem> problems) {
        problems.forEach(problem -> rows.refuse(row, placed(problem)));
    }

    private static Problem placed(Problem problem) {
        Indexed value = Indexed.of("values", problem);
        if (value != null) {
            return problem.at("actual" + value.place());
        }
        Indexed target = Indexed.of("targets", problem);
        if (target != null) {
            return problem.at("target" + target.place());
        }
        String field = problem.field();
        if (field == null) {
            return problem;
        }
        if (field.equals("teamId")) {
            return ReturnProblem.FIXED
                    .saying("A KPI of a team is made on its page, where its team is named.")
                    .at("level");
        }
        return problem.at(COLUMNS.getOrDefault(field, field));
    }

    private void judge(SheetForm form, Returned.Row row) {
        rows.about(row, Objects.requireNonNullElse(row.row().text("name"), ""));
        UUID id = row.row().id().orElse(null);
        if (id == null) {
            create(row);
            return;
        }
        KnownMetric known = world.known().get(id);
        if (known == null) {
            rows.refuse(row, ReturnProblem.UNKNOWN_ID.at("id"));
            return;
        }
        Set<String> changed = changes(form, known, row);
        if (!changed.isEmpty()) {
            refuseSecondEnd(row);
            overtaken(known, row, changed);
            wanted.add(new Wanted(row, changed(known, row, changed)));
        }
    }

    private void create(Returned.Row row) {
        String name = KpiRows.lower(Objects.requireNonNullElse(row.row().text("name"), ""));
        boolean twice = !name.isEmpty() && !fresh.add(name);
        if (twice || world.taken().contains(name)) {
            rows.refuse(row, ReturnProblem.NAME_TAKEN.at("name"));
        }
        refuseSecondEnd(row);
        wanted.add(new Wanted(row, fresh(row)));
    }

    /** The target that the year ends with is December's. */
    private void refuseSecondEnd(Returned.Row row) {
        if (row.row().cell(LAST).isPresent() && !endsAlike(row.row())) {
            rows.refuse(
                    row,
                    ReturnProblem.FIXED
                            .saying("The year ends with December: write this into the column “Target”.")
                            .at(LAST));
        }
    }

    private static boolean endsAlike(SheetRow row) {
        BigDecimal last = row.figure(LAST);
        BigDecimal target = row.figure("target");
        return last != null && target != null && last.compareTo(target) == 0;
    }

    /** What a cell says anew. An empty one where a value or a target stands says nothing, and neither does a comment alone. */
    private Set<String> changes(SheetForm form, KnownMetric known, Returned.Row row) {
        SheetRow before = KpiColumns.row(known.year()).done();
        SheetRow now = row.row();
        boolean sets = Stream.of("target", "low", "high")
                        .anyMatch(column -> now.cell(column).isPresent())
                || Stream.of("comparator", "amberAt").anyMatch(column -> isNew(column, before, now));
        List<CellChange> changes = CellWords.changes(form, before, now).stream()
                .filter(change -> !change.column().equals("comment"))
                .filter(change -> !(change.after().isEmpty()
                        && (MONTH.matcher(change.column()).matches()
                                || change.column().equals("owner"))))
                .filter(change -> sets || !TARGET.contains(change.column()))
                .filter(change -> !(change.column().equals("owner") && isSamePerson(before, now)))
                .filter(change -> !row.unreadable().containsKey(change.column()))
                .filter(change -> !isComputedAnew(known, change.column()))
                .filter(change -> !(change.column().equals(LAST) && endsAlike(now)))
                .toList();
        rows.changes(row, changes);
        return changes.stream().map(CellChange::column).collect(Collectors.toSet());
    }

    /** What is computed moves by itself; the file only shows how it was. */
    private static boolean isComputedAnew(KnownMetric known, String column) {
        return known.metric().sheet().computed() && VALUE.matcher(column).matches() && known.isCorrected(month(column));
    }

    private static boolean isNew(String column, SheetRow before, SheetRow now) {
        return now.cell(column).isPresent() && !now.cell(column).equals(before.cell(column));
    }

    private boolean isSamePerson(SheetRow before, SheetRow now) {
        UUID is = person(now);
        String was = before.text("owner");
        return is != null && was != null && is.equals(world.people().get(KpiRows.lower(was)));
    }

    private @Nullable UUID person(SheetRow row) {
        String typed = row.text("owner");
        return typed == null ? null : world.people().get(KpiRows.lower(typed));
    }

    private void overtaken(KnownMetric known, Returned.Row row, Set<String> changed) {
        if (ReturnedRows.isOvertaken(row.row(), known.metric().version())) {
            rows.refuse(row, ReturnProblem.CHANGED_MEANWHILE.problem());
        }
        for (String column : changed) {
            boolean value = VALUE.matcher(column).matches();
            boolean target =
                    TARGET.contains(column) || (!value && MONTH.matcher(column).matches());
            if ((value && known.isCorrected(month(column))) || (target && known.targetsMoved())) {
                rows.refuse(row, ReturnProblem.CHANGED_MEANWHILE.at(column));
            }
        }
    }

    private static int month(String column) {
        return Integer.parseInt(column.substring("actual".length()));
    }

    private SoughtMetric fresh(Returned.Row row) {
        SheetRow now = row.row();
        Set<String> all = now.cells().keySet();
        MetricContent content = new MetricContent(
                now.text("name"),
                now.text("unit"),
                decimals(now),
                one(Direction.class, now.text("direction")),
                one(Frequency.class, now.text("frequency")),
                one(Aggregation.class, now.text("aggregation")),
                null,
                owner(row),
                null,
                now.text("category"),
                one(MetricLevel.class, now.text("level")),
                null,
                null,
                now.text("source"),
                now.text("definition"),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
        boolean sets = TARGET.stream().anyMatch(all::contains);
        return sought(null, content, true, sets, now, all);
    }

    private SoughtMetric changed(KnownMetric known, Returned.Row row, Set<String> columns) {
        MetricContent was = MetricContent.of(known.metric());
        SheetRow now = row.row();
        boolean rewritten = columns.stream()
                .anyMatch(column ->
                        !TARGET.contains(column) && !MONTH.matcher(column).matches());
        MetricContent content = !rewritten
                ? was
                : new MetricContent(
                        text("name", was.name(), now, columns),
                        text("unit", was.unit(), now, columns),
                        was.decimals(),
                        one(Direction.class, "direction", was.direction(), now, columns),
                        one(Frequency.class, "frequency", was.frequency(), now, columns),
                        one(Aggregation.class, "aggregation", was.timeAggregation(), now, columns),
                        was.orgAggregation(),
                        columns.contains("owner") ? owner(row) : was.ownerId(),
                        was.teamId(),
                        text("category", was.category(), now, columns),
                        one(MetricLevel.class, "level", was.level(), now, columns),
                        was.leadLag(),
                        was.segment(),
                        text("source", was.source(), now, columns),
                        text("definition", was.definition(), now, columns),
                        was.includes(),
                        was.excludes(),
                        was.consequences(),
                        was.formula(),
                        was.addsUp(),
                        was.parentId(),
                        was.audience(),
                        was.readerIds(),
                        was.breachPolicy(),
                        was.proposeOkr(),
                        was.limitsFrom(),
                        was.definedFrom(),
                        was.state(),
                        null);
        boolean sets = TARGET.stream().anyMatch(columns::contains);
        return sought(known, content, rewritten, sets, now, columns);
    }

    private SoughtMetric sought(
            @Nullable KnownMetric known,
            MetricContent content,
            boolean rewritten,
            boolean sets,
            SheetRow now,
            Set<String> columns) {
        return new SoughtMetric(
                known,
                content,
                rewritten,
                world.year(),
                sets ? target(known, now) : null,
                months("target", now, columns),
                months("actual", now, columns),
                now.text("comment"));
    }

    /** What holds at the end of the year as the row has it; an operator that was cleared stays. */
    private static TargetContent target(@Nullable KnownMetric known, SheetRow now) {
        Comparator comparator = one(Comparator.class, now.text("comparator"));
        var end = known == null ? null : known.year().targets().atEnd();
        return new TargetContent(
                null,
                null,
                now.figure("target"),
                comparator == null && end != null ? end.comparator() : comparator,
                now.figure("amberAt"),
                now.figure("low"),
                now.figure("high"));
    }

    private static Map<Integer, BigDecimal> months(String of, SheetRow now, Set<String> columns) {
        Map<Integer, BigDecimal> months = new TreeMap<>();
        for (int month = 1; month <= MONTHS; month++) {
            BigDecimal value = now.figure(of + month);
            boolean isEnd = (of + month).equals(LAST);
            if (value != null && !isEnd && columns.contains(of + month)) {
                months.put(month, value);
            }
        }
        return months;
    }

    private @Nullable UUID owner(Returned.Row row) {
        UUID found = person(row.row());
        if (found == null && row.row().text("owner") != null) {
            rows.refuse(row, ReturnProblem.PERSON_UNKNOWN.at("owner"));
        }
        return found;
    }

    /** As many as its figures have, two at most. */
    private static int decimals(SheetRow now) {
        return now.cells().keySet().stream()
                .filter(column -> MONTH.matcher(column).matches() || column.equals("target"))
                .flatMap(column -> Stream.ofNullable(now.figure(column)))
                .mapToInt(figure -> figure.stripTrailingZeros().scale())
                .map(scale -> Math.clamp(scale, 0, MOST_DECIMALS))
                .max()
                .orElse(0);
    }

    private static @Nullable String text(String column, @Nullable String was, SheetRow now, Set<String> changed) {
        return changed.contains(column) ? now.text(column) : was;
    }

    private static <E extends Enum<E>> @Nullable E one(
            Class<E> type, String column, @Nullable E was, SheetRow now, Set<String> changed) {
        return changed.contains(column) ? one(type, now.text(column)) : was;
    }

    private static <E extends Enum<E>> @Nullable E one(Class<E> type, @Nullable String name) {
        return name == null ? null : Enum.valueOf(type, name);
    }
}
