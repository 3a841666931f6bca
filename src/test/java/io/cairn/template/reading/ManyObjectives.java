package io.cairn.template.reading;

import io.cairn.framework.okr.PlanningForm;
import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.TemplateFile;
import io.cairn.testing.SmallCompany.Cast;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A planning sheet that somebody filled with objectives of four key results each.
 *
 * @param count of objectives
 * @param word in each title
 * @param madeAt when the file was made, by which it is known again
 */
record ManyObjectives(int count, String word, Instant madeAt) {
    static final int EACH = 4;

    int rows() {
        return count * (EACH + 1);
    }

    byte[] file(Cast cast, UUID organization) {
        TemplateForm form = PlanningForm.form();
        List<SheetRow> objectives = new ArrayList<>();
        List<SheetRow> keyResults = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            objectives.add(SheetRow.row()
                    .with("number", "O" + i)
                    .with("title", word + " of many, number " + i)
                    .with("team", cast.team().name())
                    .with("owner", cast.member().email())
                    .done());
            for (int j = 0; j < EACH; j++) {
                keyResults.add(SheetRow.row()
                        .with("objective", "O" + i)
                        .with("title", word + " " + i + ", result " + j)
                        .with("kind", "Increase")
                        .with("baseline", BigDecimal.ZERO)
                        .with("target", BigDecimal.valueOf(10 + j))
                        .with("weight", BigDecimal.ONE)
                        .done());
            }
        }
        SheetRow cycle = SheetRow.row().with("cycle", cast.quarter().name()).done();
        return workbook(
                form,
                organization,
                madeAt,
                Map.of(
                        PlanningForm.CYCLE,
                        List.of(cycle),
                        PlanningForm.OBJECTIVES,
                        objectives,
                        PlanningForm.KEY_RESULTS,
                        keyResults));
    }

    /** @param rows by the key of their sheet; sheets that are not named stay empty */
    static byte[] workbook(TemplateForm form, UUID organization, Instant madeAt, Map<String, List<SheetRow>> rows) {
        List<SheetRows> sheets = new ArrayList<>();
        for (SheetForm sheet : form.sheets()) {
            sheets.add(SheetRows.of(sheet, rows.getOrDefault(sheet.key(), List.of())));
        }
        return TemplateFile.of(
                new Filled(form, Variant.BLANK, "", "", "", sheets),
                new FileMark(form.key(), form.version(), organization, Variant.BLANK, "", madeAt, List.of()),
                Format.XLSX);
    }
}
