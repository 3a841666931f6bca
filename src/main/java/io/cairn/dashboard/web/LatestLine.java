package io.cairn.dashboard.web;

import io.cairn.goal.Counting;
import io.cairn.goal.Desk;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Display;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What somebody else reported, as one line. */
public record LatestLine(Desk.Latest latest, ZoneId zone, LocalDate today) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);

    public String day() {
        LocalDate day = LocalDate.ofInstant(latest.at(), zone);
        return day.equals(today) ? "Today" : DAY.format(day);
    }

    public String href() {
        return "/objectives/" + latest.goalId();
    }

    /** {@code 16.6 → 16 h}, {@code +3}, {@code yes}, or the level reached. */
    public String change() {
        if (latest.level() != null) {
            return latest.level().toLowerCase(Locale.ENGLISH).replace('_', ' ');
        }
        if (latest.value() == null) {
            return "";
        }
        if (latest.kind() == MeasureKind.BOOLEAN) {
            return latest.value().signum() > 0 ? "yes" : "not yet";
        }
        String now = Display.value(latest.value(), latest.unit());
        if (latest.counting() == Counting.INCREMENT) {
            return latest.value().signum() < 0 ? now : "+" + now;
        }
        if (latest.before() == null || latest.before().compareTo(latest.value()) == 0) {
            return now;
        }
        boolean unitLast = now.endsWith(" " + latest.unit());
        String before = unitLast ? Display.number(latest.before()) : Display.value(latest.before(), latest.unit());
        return before + " → " + now;
    }

    public @Nullable String health() {
        return latest.health() == null ? null : latest.health().name();
    }
}
