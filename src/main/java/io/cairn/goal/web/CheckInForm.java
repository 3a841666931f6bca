package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckInContent;
import io.cairn.goal.Measure;
import io.cairn.goal.MeasureKind;
import io.cairn.goal.Milestone;
import io.cairn.kernel.Display;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.TypedNumber;
import io.cairn.web.PlainText;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/** What was typed into one row of the check-in sheet, kept as it was typed. */
record CheckInForm(String value, List<String> done, String level, String confidence, String note) {

    /** An untouched row: nothing typed, and what is reached by now ticked. */
    static CheckInForm fresh(Measure measure) {
        return new CheckInForm("", reached(measure), Objects.requireNonNullElse(measure.level(), ""), "", "");
    }

    /** What a check-in said, to be looked at again or corrected. */
    static CheckInForm of(Measure measure, CheckIn checkIn) {
        return new CheckInForm(
                checkIn.value() == null ? "" : Display.number(checkIn.value()),
                reached(measure),
                Objects.requireNonNullElse(checkIn.level(), ""),
                checkIn.confidence() == null ? "" : checkIn.confidence().toString(),
                checkIn.note());
    }

    /**
     * As the browser sent it; {@code use} is the number that was offered and taken.
     *
     * @throws io.cairn.kernel.ProblemException INVALID for text that nobody can type
     */
    static CheckInForm posted(MultiValueMap<String, String> fields) {
        String use = text(fields, "use");
        return new CheckInForm(
                use.isEmpty() ? text(fields, "value") : use,
                fields.getOrDefault("done", List.of()),
                text(fields, "level"),
                text(fields, "confidence"),
                text(fields, "note"));
    }

    private static String text(MultiValueMap<String, String> fields, String name) {
        String text = Objects.requireNonNullElse(fields.getFirst(name), "");
        if (!PlainText.isClean(text)) {
            throw GeneralProblem.INVALID.at(name).exception();
        }
        return text;
    }

    private static List<String> reached(Measure measure) {
        return measure.milestones().stream()
                .filter(milestone -> milestone.done().compareTo(BigDecimal.ONE) >= 0)
                .map(Milestone::name)
                .toList();
    }

    /** @throws io.cairn.kernel.ProblemException at {@code value} or {@code confidence}, where the text is no number */
    CheckInContent content(Measure measure) {
        return new CheckInContent(
                value.isBlank() ? null : TypedNumber.parse(value, unit(measure)).orThrow("value"),
                measure.kind() == MeasureKind.MILESTONE ? milestones(measure) : null,
                measure.kind() == MeasureKind.RUBRIC && !level.isBlank() ? level : null,
                typedConfidence(),
                note,
                null,
                null);
    }

    /** The same for a correction, which belongs to the named measure or is not found; a health set by hand stays. */
    CheckInContent contentOf(UUID named, Measure measure, CheckIn before) {
        if (!named.equals(measure.id())) {
            throw GeneralProblem.NOT_FOUND.exception();
        }
        return content(measure).judged(before.healthOverride());
    }

    private static String unit(Measure measure) {
        return measure.kind() == MeasureKind.BOOLEAN ? "" : measure.unit();
    }

    /** A milestone that is partly done and was not ticked stays as it is. */
    private List<CheckInContent.MilestoneDone> milestones(Measure measure) {
        return measure.milestones().stream()
                .filter(milestone -> done.contains(milestone.name()) || !isPartly(milestone))
                .map(milestone -> new CheckInContent.MilestoneDone(
                        milestone.name(), done.contains(milestone.name()) ? BigDecimal.ONE : BigDecimal.ZERO))
                .toList();
    }

    private static boolean isPartly(Milestone milestone) {
        return milestone.done().signum() > 0 && milestone.done().compareTo(BigDecimal.ONE) < 0;
    }

    private @Nullable Integer typedConfidence() {
        if (confidence.isBlank()) {
            return null;
        }
        if (!confidence.strip().matches("\\d{1,2}")) {
            throw GeneralProblem.INVALID.at("confidence").exception();
        }
        return Integer.valueOf(confidence.strip());
    }

    @Nullable
    Integer confidencePoint() {
        return confidence.strip().matches("\\d|10") ? Integer.valueOf(confidence.strip()) : null;
    }
}
