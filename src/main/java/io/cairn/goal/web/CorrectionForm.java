package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.CheckInContent.MilestoneDone;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.kernel.Display;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.TypedNumber;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * What was typed to correct a check-in.
 *
 * @param done of each milestone in the measure's order, in percent
 */
public record CorrectionForm(
        @Nullable String value,
        @Nullable List<String> done,
        @Nullable String level,
        @Nullable String confidence,
        @Nullable String note,
        @Nullable Integer version) {

    static CorrectionForm of(CheckIn checkIn, Measure measure) {
        return new CorrectionForm(
                checkIn.value() == null ? "" : Display.plain(checkIn.value()).toPlainString(),
                measure.milestones().stream()
                        .map(milestone -> percent(checkIn, milestone.name()))
                        .toList(),
                checkIn.level(),
                Objects.toString(checkIn.confidence(), ""),
                checkIn.note(),
                checkIn.version());
    }

    /** Empty where this check-in did not name it. */
    private static String percent(CheckIn checkIn, String milestone) {
        return Objects.requireNonNullElse(checkIn.milestones(), List.<MilestoneDone>of()).stream()
                .filter(one -> one.name().equals(milestone) && one.done() != null)
                .map(one -> Display.plain(Objects.requireNonNull(one.done()).movePointRight(2))
                        .toPlainString())
                .findFirst()
                .orElse("");
    }

    /** The content; a health set by hand stays. */
    CheckInContent content(Measure measure, CheckIn before) {
        boolean number = measure.kind() != MeasureKind.MILESTONE && measure.kind() != MeasureKind.RUBRIC;
        return new CheckInContent(
                number && value != null && !value.isBlank()
                        ? TypedNumber.parse(value, measure.unit()).orThrow("value")
                        : null,
                measure.kind() == MeasureKind.MILESTONE ? milestones(measure) : null,
                measure.kind() == MeasureKind.RUBRIC ? level : null,
                confidenceOrNone(),
                note,
                null,
                before.healthOverride());
    }

    private List<MilestoneDone> milestones(Measure measure) {
        List<MilestoneDone> named = new ArrayList<>();
        for (int i = 0; i < measure.milestones().size(); i++) {
            String typed = done == null || i >= done.size() ? "" : done.get(i);
            if (!typed.isBlank()) {
                BigDecimal percent = TypedNumber.parse(typed, "%").orThrow("done[" + i + "]");
                named.add(new MilestoneDone(measure.milestones().get(i).name(), percent.movePointLeft(2)));
            }
        }
        return named;
    }

    private @Nullable Integer confidenceOrNone() {
        if (confidence == null || confidence.isBlank()) {
            return null;
        }
        if (!confidence.strip().matches("\\d{1,2}")) {
            throw GeneralProblem.INVALID.at("confidence").exception();
        }
        return Integer.valueOf(confidence.strip());
    }
}
