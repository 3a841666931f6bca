package io.cairn.template.reading;

import io.cairn.template.RowChange;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What becomes of one row of a filled template.
 *
 * @param sheet key of its sheet
 * @param row its number in the file
 * @param outcome null before it is applied
 * @param id what it stands for; null for what is not there yet
 * @param about what the row is called
 * @param cells what changes, by the columns' keys
 */
public record TemplatePreviewRow(
        String sheet,
        int row,
        RowChange.Kind kind,
        @Nullable Outcome outcome,
        @Nullable UUID id,
        String about,
        List<TemplateCellChange> cells,
        List<TemplateRowProblem> problems) {

    /** What became of a row that was to be applied. */
    public enum Outcome {
        APPLIED,
        REFUSED
    }

    /** @param before as the file shows it; empty where there was nothing */
    public record TemplateCellChange(String column, String before, String after) {}

    /** @param column null where it is about the whole row */
    public record TemplateRowProblem(@Nullable String column, String code, String message) {}
}
