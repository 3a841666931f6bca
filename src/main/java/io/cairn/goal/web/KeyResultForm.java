package io.cairn.goal.web;

import io.cairn.goal.Counting;
import io.cairn.goal.Goal;
import io.cairn.goal.Level;
import io.cairn.goal.MaintainMode;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Milestone;
import io.cairn.goal.Nature;
import io.cairn.goal.PlanPoint;
import io.cairn.goal.Profile;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed of one key result, kept as it was typed: every field by its name, whether its kind needs it or not.
 *
 * @param stored what it is now, for one that has been saved before
 */
public record KeyResultForm(
        Map<String, String> fields, @Nullable Measure stored) {
    private static final int SPARE_ROWS = 2;
    private static final int MOST_ROWS = 500;
    private static final int LONGEST_UNIT_BESIDE = 3;

    public KeyResultForm {
        fields = Map.copyOf(fields);
    }

    static KeyResultForm empty() {
        return new KeyResultForm(Map.of("kind", MeasureKind.INCREASE.name()), null);
    }

    /** A saved key result, as a form that says the same. */
    static KeyResultForm of(Goal goal, Measure m) {
        var fields = new TreeMap<String, String>();
        fields.put("id", m.id().toString());
        fields.put("version", Integer.toString(m.version()));
        fields.put("name", m.name());
        fields.put("kind", m.kind().name());
        fields.put("nature", m.nature().name());
        fields.put("unit", m.unit());
        fields.put("counting", m.counting().name());
        fields.put("profile", m.profile().name());
        fields.put("weight", Display.number(m.weight()));
        fields.put("evidenceUrl", Objects.requireNonNullElse(m.evidenceUrl(), ""));
        fields.put("ownerId", m.owner() == null ? "" : m.owner().name());
        fields.put("metricId", m.metricId() == null ? "" : m.metricId().toString());
        putNumber(fields, "baseline", m.baseline());
        putNumber(fields, "low", m.low());
        putNumber(fields, "high", m.high());
        putNumber(fields, "floor", m.floor());
        putNumber(fields, "ceiling", m.ceiling());
        fields.put("openAbove", Boolean.toString(m.openAbove()));
        if (m.relativeTarget() == null) {
            putNumber(fields, "target", m.target());
        } else {
            fields.put("target", Display.number(m.relativeTarget().movePointRight(2)) + " %");
            fields.put("meaning", Meaning.RELATIVE.name());
        }
        if (m.comparator() != null) {
            fields.put("comparator", m.comparator().name());
        }
        if (m.mode() != null) {
            fields.put("mode", m.mode().name());
        }
        if (m.expectedCheckIns() != null) {
            fields.put("expectedCheckIns", m.expectedCheckIns().toString());
        }
        if (m.dueOn() != null && !m.dueOn().equals(goal.endsOn())) {
            fields.put("dueOn", m.dueOn().toString());
        }
        putMilestones(fields, m.milestones());
        putPlan(fields, m.planPoints());
        putLevels(fields, m.levels());
        return new KeyResultForm(fields, m);
    }

    private static void putNumber(Map<String, String> fields, String name, @Nullable BigDecimal value) {
        if (value != null) {
            fields.put(name, Display.number(value));
        }
    }

    private static void putMilestones(Map<String, String> fields, List<Milestone> milestones) {
        for (int i = 0; i < milestones.size(); i++) {
            Milestone milestone = milestones.get(i);
            String path = "milestones[" + i + "].";
            fields.put(path + "name", milestone.name());
            fields.put(path + "weight", Display.number(milestone.weight()));
            fields.put(
                    path + "dueOn",
                    milestone.dueOn() == null ? "" : milestone.dueOn().toString());
        }
    }

    private static void putPlan(Map<String, String> fields, List<PlanPoint> points) {
        for (int i = 0; i < points.size(); i++) {
            String path = "planPoints[" + i + "].";
            fields.put(path + "on", points.get(i).on().toString());
            fields.put(path + "value", Display.number(points.get(i).value()));
        }
    }

    private static void putLevels(Map<String, String> fields, List<Level> levels) {
        for (int i = 0; i < levels.size(); i++) {
            fields.put(
                    "levels[" + i + "].text",
                    Objects.requireNonNullElse(levels.get(i).text(), ""));
        }
    }

    /** The row at this place of what a browser sent. */
    static KeyResultForm posted(MultiValueMap<String, String> sent, int place, @Nullable Goal goal) {
        String path = "measures[" + place + "].";
        var fields = new TreeMap<String, String>();
        sent.forEach((name, values) -> {
            if (name.startsWith(path) && values.getFirst() != null) {
                fields.put(name.substring(path.length()), values.getFirst());
            }
        });
        closeUp(fields, "milestones", List.of("name", "weight", "dueOn"));
        closeUp(fields, "planPoints", List.of("on", "value"));
        String id = fields.getOrDefault("id", "");
        Measure stored = goal == null
                ? null
                : goal.live().stream()
                        .filter(measure -> measure.id().toString().equals(id))
                        .findFirst()
                        .orElse(null);
        return new KeyResultForm(fields, stored);
    }

    /** Without the rows left blank, so that what is wrong with a row is said beside it. */
    private static void closeUp(Map<String, String> fields, String list, List<String> parts) {
        int rows = 0;
        for (int i = 0; i < MOST_ROWS && fields.containsKey(list + "[" + i + "]." + parts.getFirst()); i++) {
            String from = list + "[" + i + "].";
            String to = list + "[" + rows + "].";
            boolean blank = parts.stream()
                    .allMatch(part -> fields.getOrDefault(from + part, "").isBlank());
            for (String part : parts) {
                String typed = Objects.requireNonNullElse(fields.remove(from + part), "");
                if (!blank) {
                    fields.put(to + part, typed);
                }
            }
            rows += blank ? 0 : 1;
        }
    }

    /** How a target is meant. */
    public enum Meaning {
        VALUE("to this value"),
        RELATIVE("by this share of the start"),
        POINTS("by percentage points");

        private final String label;

        Meaning(String label) {
            this.label = label;
        }

        public String label() {
            return label;
        }
    }

    /** The same on top of what it is by now. */
    KeyResultForm renewed() {
        if (stored == null) {
            return this;
        }
        var newest = new TreeMap<>(fields);
        newest.put("version", Integer.toString(stored.version()));
        return new KeyResultForm(newest, stored);
    }

    int version() {
        return text("version").matches("\\d{1,9}") ? Integer.parseInt(text("version")) : 0;
    }

    public String text(String field) {
        return fields.getOrDefault(field, "");
    }

    public @Nullable UUID id() {
        return stored == null ? null : stored.id();
    }

    /** Whether its values come from a metric. */
    public boolean follows() {
        return kind() == MeasureKind.KPI_LINKED;
    }

    public MeasureKind kind() {
        return choice(MeasureKind.class, "kind", MeasureKind.INCREASE);
    }

    public Nature nature() {
        return choice(Nature.class, "nature", Nature.VALUE);
    }

    /** What was chosen, as long as it fits the kind; else what is usual. */
    public Comparator comparator() {
        Comparator usual = kind().usualComparator();
        Comparator chosen = choice(Comparator.class, "comparator", usual);
        return comparators().contains(chosen) ? chosen : usual;
    }

    public List<Comparator> comparators() {
        return switch (kind()) {
            case INCREASE -> List.of(Comparator.GE, Comparator.GT);
            case DECREASE -> List.of(Comparator.LE, Comparator.LT);
            case KPI_LINKED -> List.of(Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT);
            case MAINTAIN -> List.of(Comparator.GE, Comparator.GT, Comparator.LE, Comparator.LT, Comparator.BETWEEN);
            case RANGE -> List.of(Comparator.BETWEEN);
            case MILESTONE, BOOLEAN, RUBRIC -> List.of(Comparator.EQ);
        };
    }

    public MaintainMode mode() {
        return choice(MaintainMode.class, "mode", MaintainMode.HIT_RATE);
    }

    public Counting counting() {
        return choice(Counting.class, "counting", Counting.TOTAL);
    }

    public Meaning meaning() {
        return choice(Meaning.class, "meaning", Meaning.VALUE);
    }

    public Profile profile() {
        Profile usual = kind().usualProfile();
        Profile chosen = choice(Profile.class, "profile", usual);
        return profiles().contains(chosen) ? chosen : usual;
    }

    public List<Profile> profiles() {
        var fit = new ArrayList<>(
                List.of(Profile.LINEAR, Profile.BACK_LOADED, Profile.FRONT_LOADED, Profile.S_CURVE, Profile.STEP));
        if (kind() == MeasureKind.MILESTONE) {
            fit.addFirst(Profile.MILESTONES);
        }
        if (kind().directional()) {
            fit.add(Profile.PLAN);
        }
        return fit;
    }

    /** The unit where it fits into a field beside a number; else nothing. */
    public String unitBeside() {
        return shortUnit(text("unit").strip());
    }

    /** A unit that fits beside a number in its field; else nothing. */
    public static String shortUnit(String unit) {
        return unit.codePointCount(0, unit.length()) <= LONGEST_UNIT_BESIDE ? unit : "";
    }

    public boolean isPercent() {
        return text("unit").strip().equals("%");
    }

    public boolean isBand() {
        return kind() == MeasureKind.RANGE || (kind() == MeasureKind.MAINTAIN && comparator() == Comparator.BETWEEN);
    }

    /** Nothing was typed into it that somebody would miss. */
    boolean isEmpty() {
        return stored == null
                && fields.entrySet().stream()
                        .filter(field -> !List.of(
                                        "kind",
                                        "nature",
                                        "comparator",
                                        "counting",
                                        "profile",
                                        "mode",
                                        "meaning",
                                        "openAbove",
                                        "weight",
                                        "id",
                                        "version")
                                .contains(field.getKey()))
                        .filter(field -> !field.getKey().endsWith(".weight"))
                        .allMatch(field -> field.getValue().isBlank());
    }

    /** The rows of milestones to show: those named and a few to fill. */
    public int milestoneRows() {
        return filled("milestones\\[\\d{1,2}]\\.name") + SPARE_ROWS;
    }

    /** The rows of plan points to show, likewise. */
    public int planRows() {
        return filled("planPoints\\[\\d{1,3}]\\.(on|value)") + SPARE_ROWS;
    }

    private int filled(String fieldsOfRows) {
        int rows = 0;
        for (String field : fields.keySet()) {
            if (field.matches(fieldsOfRows) && !text(field).isBlank()) {
                rows = Math.max(rows, Integer.parseInt(field.replaceAll("\\D", "")) + 1);
            }
        }
        return rows;
    }

    /** Whether a value above the band costs nothing. */
    public boolean isOpenAbove() {
        return text("openAbove").equals("true");
    }

    /** The same with this field as it was offered. */
    KeyResultForm with(String field, String value) {
        var changed = new TreeMap<>(fields);
        changed.put(field, value);
        return new KeyResultForm(changed, stored);
    }

    public List<Level> levels() {
        return stored == null || stored.levels().isEmpty() ? Level.USUAL : stored.levels();
    }

    private <E extends Enum<E>> E choice(Class<E> type, String field, E usual) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(field))) {
                return constant;
            }
        }
        return usual;
    }
}
