package io.cairn.framework.smart;

import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Profile;
import io.cairn.smart.SmartFinding;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRow.Making;
import java.math.BigDecimal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A worksheet as the row of a file. */
final class WorksheetRows {
    private WorksheetRows() {}

    static SheetRow row(SmartSheet sheet) {
        Measure measure = SheetMeasure.of(sheet.goal());
        Making row = SheetRow.row()
                .with("title", sheet.title())
                .with("specific", sheet.specific())
                .with("measurable", sheet.measurable())
                .with("achievable", sheet.achievable())
                .with("relevant", sheet.relevant())
                .with("timeBound", sheet.timeBound())
                .with("score", sheet.smart().score())
                .with("owner", sheet.owner().name())
                .with("measure", sheet.measureName())
                .with("unit", sheet.unit())
                .with("baseline", sheet.baseline())
                .with("target", sheet.target())
                .with("current", isCounted(measure) ? sheet.current() : null)
                .with("dueOn", sheet.dueOn())
                .with("obstacles", sheet.obstacles())
                .with("firstStep", sheet.firstStep())
                .with("reviewOn", sheet.reviewOn())
                .with("state", sheet.status().label())
                .with("id", sheet.id())
                .with("version", sheet.version());
        for (SmartFinding found : sheet.smart().letters()) {
            row.with(found.letter().name().substring(0, 1).toLowerCase(Locale.ROOT), found.result());
        }
        progress(row, measure);
        return row.done();
    }

    /** The formula knows the straight way from a baseline to a target; whatever else there is stands there as a figure. */
    private static void progress(Making row, @Nullable Measure measure) {
        BigDecimal progress = measure == null || measure.noData() ? null : measure.progress();
        if (measure == null || isStraight(measure)) {
            row.with("progress", progress);
        } else {
            row.fixed("progress", progress);
        }
    }

    private static boolean isStraight(Measure measure) {
        boolean straight = measure.kind() == MeasureKind.INCREASE || measure.kind() == MeasureKind.DECREASE;
        return straight && measure.profile() == Profile.LINEAR && !measure.noData();
    }

    private static boolean isCounted(@Nullable Measure measure) {
        return measure != null && measure.kind() != MeasureKind.MILESTONE && !measure.noData();
    }
}
