package io.cairn.setup;

import io.cairn.goal.CheckInContent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody of the demo company reports on a day.
 *
 * @param typedFirst the wrong value that was sent first and put right within the hour; null when it was right at once
 */
record DemoReport(
        LocalDate on, CheckInContent content, @Nullable BigDecimal typedFirst) {
    private static final LocalDate UNDATED = LocalDate.MIN;
    private static final DemoReport SILENCE = of(null, null, null, 0, "");

    static DemoReport says(String value, int confidence, String note) {
        return of(new BigDecimal(value), null, null, confidence, note);
    }

    static DemoReport says(String value, int confidence) {
        return says(value, confidence, "");
    }

    /** Of a key result that follows a KPI: only how sure they are. */
    static DemoReport sure(int confidence, String note) {
        return of(null, null, null, confidence, note);
    }

    /** Of a measure told in levels. */
    static DemoReport reaches(String level, int confidence, String note) {
        return of(null, null, level, confidence, note);
    }

    /** Of a measure reached in steps: this one is done. */
    static DemoReport finishes(String milestone, int confidence, String note) {
        return of(null, List.of(new CheckInContent.MilestoneDone(milestone, BigDecimal.ONE)), null, confidence, note);
    }

    /** Of a measure reached in steps: this one is under way. */
    static DemoReport worksOn(String milestone, String share, int confidence, String note) {
        var part = new CheckInContent.MilestoneDone(milestone, new BigDecimal(share));
        return of(null, List.of(part), null, confidence, note);
    }

    /** A week in which nobody wrote. */
    static DemoReport silence() {
        return SILENCE;
    }

    /** One report a week, the first on that day. */
    static List<DemoReport> weekly(LocalDate first, DemoReport... reports) {
        return every(1, first, reports);
    }

    static List<DemoReport> every(int weeks, LocalDate first, DemoReport... reports) {
        var dated = new ArrayList<DemoReport>();
        for (int i = 0; i < reports.length; i++) {
            if (!reports[i].equals(SILENCE)) {
                dated.add(reports[i].on(first.plusWeeks((long) i * weeks)));
            }
        }
        return List.copyOf(dated);
    }

    DemoReport on(LocalDate day) {
        return new DemoReport(day, content, typedFirst);
    }

    DemoReport afterTyping(String wrong) {
        return new DemoReport(on, content, new BigDecimal(wrong));
    }

    /** As it was sent first; its note came with the correction. */
    CheckInContent firstContent() {
        return typedFirst == null
                ? content
                : of(typedFirst, null, null, confidence(), "").content();
    }

    private int confidence() {
        return content.confidence() == null ? 0 : content.confidence();
    }

    private static DemoReport of(
            @Nullable BigDecimal value,
            @Nullable List<CheckInContent.MilestoneDone> milestones,
            @Nullable String level,
            int confidence,
            String note) {
        return new DemoReport(
                UNDATED, new CheckInContent(value, milestones, level, confidence, note, null, null), null);
    }
}
