package io.cairn.goal.web;

import io.cairn.goal.MaintainMode;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Milestone;
import io.cairn.kernel.Comparator;
import io.cairn.kernel.Display;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a measure promises and says now, in words for every kind. */
public final class MeasureWords {
    private MeasureWords() {}

    /** A figure with its unit apart, so that the unit can stand back; a currency belongs to the number. */
    public record Shown(String number, String unit) {
        static Shown of(@Nullable BigDecimal value, String unit) {
            String plain = Display.number(value);
            String whole = Display.value(value, unit);
            return value != null && whole.startsWith(plain + " ") ? new Shown(plain, unit) : new Shown(whole, "");
        }

        @Override
        public String toString() {
            return unit.isEmpty() ? number : number + " " + unit;
        }
    }

    /** The promise in a few words: {@code 88 → 92 %}, {@code at least 99.9 %}, {@code 4 milestones}. */
    public static String way(Measure m, LocalDate today) {
        return switch (m.kind()) {
            case INCREASE, DECREASE, KPI_LINKED -> fromTo(m);
            case MAINTAIN -> kept(m);
            case RANGE -> "within " + band(m);
            case MILESTONE -> milestones(m.milestones());
            case BOOLEAN -> m.dueOn() == null ? "yes or no" : "due " + Days.shown(m.dueOn(), today);
            case RUBRIC -> m.levels().size() + " levels";
        };
    }

    private static String fromTo(Measure m) {
        if (m.target() == null) {
            return "no target yet";
        }
        Shown target = Shown.of(m.target(), m.unit());
        if (m.baseline() == null) {
            return "to " + target;
        }
        String baseline =
                target.unit().isEmpty() ? Display.value(m.baseline(), m.unit()) : Display.number(m.baseline());
        return baseline + " → " + target;
    }

    private static String kept(Measure m) {
        if (m.comparator() == Comparator.BETWEEN) {
            return "between " + band(m);
        }
        return m.target() == null
                ? "no target yet"
                : (m.comparator() == null ? "" : m.comparator().label() + " ") + Display.value(m.target(), m.unit());
    }

    static String band(Measure m) {
        return m.openAbove()
                ? Display.value(m.low(), m.unit()) + " or more"
                : Display.number(m.low()) + " – " + Display.value(m.high(), m.unit());
    }

    private static String milestones(List<Milestone> all) {
        if (all.isEmpty()) {
            return "no milestones yet";
        }
        if (all.stream().anyMatch(one -> one.dueOn() == null)) {
            return counted(all.size(), "milestone");
        }
        Map<String, Long> byMonth = all.stream()
                .map(one -> Objects.requireNonNull(one.dueOn()))
                .collect(Collectors.groupingBy(
                        day -> day.toString().substring(0, 7), TreeMap::new, Collectors.counting()));
        String months = byMonth.entrySet().stream()
                .limit(3)
                .map(month -> month.getValue() + " in " + Days.month(LocalDate.parse(month.getKey() + "-01")))
                .collect(Collectors.joining(", "));
        return months.replaceFirst(" in ", " due in ");
    }

    /** What it says now: {@code 90 %}, {@code 2 of 4}, {@code not yet}, {@code Target}; a dash without a check-in. */
    public static Shown now(Measure m) {
        if (m.checkIns() == 0 && m.kind() != MeasureKind.MILESTONE && m.kind() != MeasureKind.BOOLEAN) {
            return new Shown(Display.NONE, "");
        }
        return switch (m.kind()) {
            case INCREASE, DECREASE, KPI_LINKED, RANGE -> Shown.of(m.current(), m.unit());
            case MAINTAIN ->
                isHitRate(m)
                        ? new Shown(m.hits() + " of " + m.expectedCheckIns(), "")
                        : Shown.of(m.current(), m.unit());
            case MILESTONE ->
                new Shown(done(m.milestones()) + " of " + m.milestones().size(), "");
            case BOOLEAN -> new Shown(m.current() != null && m.current().signum() > 0 ? "done" : "not yet", "");
            case RUBRIC -> new Shown(level(m.level()), "");
        };
    }

    /** A check-in's own value, which for a hit rate is not what the measure says now. */
    static Shown reported(Measure m) {
        return isHitRate(m) && m.checkIns() > 0 ? Shown.of(m.current(), m.unit()) : now(m);
    }

    /** Where it began, as the value before the first check-in. */
    static Shown began(Measure m) {
        return m.kind().directional() ? Shown.of(m.baseline(), m.unit()) : now(m);
    }

    static boolean isHitRate(Measure m) {
        return m.kind() == MeasureKind.MAINTAIN && (m.mode() == null || m.mode() == MaintainMode.HIT_RATE);
    }

    private static String done(List<Milestone> milestones) {
        BigDecimal done = milestones.stream().map(Milestone::done).reduce(BigDecimal.ZERO, BigDecimal::add);
        return Display.number(done.setScale(1, java.math.RoundingMode.HALF_UP).stripTrailingZeros());
    }

    /** A share done as whole percent. */
    public static String share(BigDecimal share) {
        return Display.percentage(share) + " %";
    }

    /** {@code NOT_STARTED} is read as "Not started"; names that people wrote stay. */
    public static String level(@Nullable String name) {
        if (name == null) {
            return Display.NONE;
        }
        return name.matches("[A-Z_]+")
                ? name.charAt(0) + name.substring(1).replace('_', ' ').toLowerCase(Locale.ROOT)
                : name;
    }

    /** The quiet line under a key result's name. */
    public static String about(Measure m) {
        String nature = m.nature().label();
        return switch (m.kind()) {
            case INCREASE, KPI_LINKED -> nature;
            case DECREASE -> nature + " · lower is better";
            case MAINTAIN -> nature + " · to be kept" + (isHitRate(m) ? " each time" : "");
            case RANGE -> nature + " · to stay within limits";
            case MILESTONE -> nature + " · by milestones";
            case BOOLEAN -> nature + " · yes or no";
            case RUBRIC -> nature + " · by levels";
        };
    }

    static String counted(long count, String noun) {
        return count + " " + noun + (count == 1 ? "" : "s");
    }
}
