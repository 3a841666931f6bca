package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckInWords;
import io.cairn.goal.Counting;
import io.cairn.goal.Level;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Reporting.Report;
import io.cairn.kernel.Display;
import io.cairn.kernel.NumberProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;
import io.cairn.web.Fragment;
import io.cairn.web.part.FieldProblems;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A key result's row on the check-in sheet.
 *
 * @param own the viewer's check-in of today: it is shown, and typing on corrects it
 * @param from the objective the sheet was opened from
 */
public record CheckInRow(
        Report report,
        CheckInForm form,
        List<Problem> problems,
        @Nullable CheckIn own,
        Moment moment,
        @Nullable UUID from)
        implements Fragment {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ENGLISH);

    /** Now, where the organisation is. */
    record Moment(LocalDate today, ZoneId zone) {
        boolean isToday(Instant instant) {
            return LocalDate.ofInstant(instant, zone).equals(today);
        }
    }

    static CheckInRow of(Viewer viewer, Report report, Moment moment, @Nullable UUID from) {
        CheckIn own = ownToday(viewer, report.latest(), moment);
        CheckInForm form = own == null ? CheckInForm.fresh(report.measure()) : CheckInForm.of(report.measure(), own);
        return new CheckInRow(report, form, List.of(), own, moment, from);
    }

    static @Nullable CheckIn ownToday(Viewer viewer, @Nullable CheckIn latest, Moment moment) {
        boolean own = latest != null
                && latest.author() != null
                && latest.author().id().equals(viewer.id())
                && moment.isToday(latest.at());
        return own ? latest : null;
    }

    CheckInRow refused(CheckInForm typed, List<Problem> why) {
        return new CheckInRow(report, typed, why, own, moment, from);
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public Measure measure() {
        return report.measure();
    }

    public boolean isWrong() {
        return !problems.isEmpty();
    }

    public boolean isWrong(String field) {
        return !FieldProblems.of(problems, field).isEmpty();
    }

    public String id() {
        return "kr-" + measure().id();
    }

    /** The ids of the problems of a field, for {@code aria-describedby}. */
    public @Nullable String describedBy(String field) {
        return isWrong(field) ? id() + "-error" : null;
    }

    /** The number that may have been meant. */
    public @Nullable String suggestion() {
        return problems.stream()
                .map(problem -> problem.details().get("suggestion"))
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .findFirst()
                .orElse(null);
    }

    public boolean isDecimalComma() {
        return problems.stream().anyMatch(problem -> problem.code().equals(NumberProblem.DECIMAL_COMMA.name()));
    }

    /** Rows whose choices need the width of the row. */
    public boolean isWide() {
        return measure().kind() == MeasureKind.MILESTONE || measure().kind() == MeasureKind.RUBRIC;
    }

    public @Nullable String savedAt() {
        return own == null || isWrong() ? null : TIME.format(own.recordedAt().atZone(moment.zone()));
    }

    /** Due and the viewer's own: counts in the rail until it is saved. */
    public boolean isDue() {
        return report.mine() && report.due().by(moment.today());
    }

    public String due() {
        return own == null ? report.due().words(moment.today()) : "";
    }

    public boolean isLate() {
        LocalDate on = report.due().on();
        return own == null && on != null && on.isBefore(moment.today());
    }

    public boolean isAdded() {
        return measure().counting() == Counting.INCREMENT;
    }

    /** What the number is called: what is added, the new total of a count, or simply the value now. */
    public String valueName() {
        if (isAdded()) {
            return "add";
        }
        return isCount() ? "new total" : "value now";
    }

    /** Says a long unit too, for which there is no room beside what is typed. */
    public String placeholder() {
        String name = isAdded() || isCount() ? valueName() : "";
        return unit().isEmpty() ? (name + " " + measure().unit()).strip() : name;
    }

    /** A number counted up from nothing. */
    private boolean isCount() {
        BigDecimal baseline = measure().baseline();
        return measure().kind() == MeasureKind.INCREASE
                && baseline != null
                && baseline.signum() == 0
                && !measure().unit().equals("%");
    }

    public String unit() {
        return KeyResultForm.shortUnit(measure().unit());
    }

    /** What is now, before this row is saved. */
    public String last() {
        return CheckInWords.now(measure());
    }

    /** The last day that a followed metric's value is about. */
    public @Nullable String asOf() {
        LocalDate day = measure().lastCheckInOn();
        return day == null ? null : Days.shown(day, moment.today());
    }

    public String explanation() {
        return "/measures/" + measure().id() + "/explanation?figure=value";
    }

    public boolean hasLast() {
        return measure().checkIns() > 0;
    }

    public String target() {
        return CheckInWords.target(measure());
    }

    public String levelName(Level level) {
        return CheckInWords.name(level);
    }

    public boolean isYes() {
        return form.value().strip().equals("1");
    }

    public boolean isNo() {
        return form.value().strip().equals("0");
    }

    public String baseline() {
        return measure().baseline() == null
                ? ""
                : Display.value(measure().baseline(), measure().unit());
    }
}
