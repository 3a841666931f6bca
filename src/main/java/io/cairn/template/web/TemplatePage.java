package io.cairn.template.web;

import io.cairn.template.Column;
import io.cairn.template.Filled;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import io.cairn.template.writing.Format;
import io.cairn.template.writing.Shown;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A template: what it looks like filled with what was chosen, and its files.
 *
 * @param subject of the live file that is shown or would be; empty where there is none
 * @param comesBack whether a filled one is read back
 */
public record TemplatePage(
        TemplateForm form,
        String framework,
        Variant variant,
        String subject,
        TemplateLive live,
        boolean comesBack,
        Filled filled)
        implements FullPage {
    private static final int ROWS = 8;

    @Override
    public String title() {
        return form.title();
    }

    @Override
    public Section section() {
        return Section.TEMPLATES;
    }

    public String href() {
        return "/templates/" + form.key();
    }

    public boolean isLive() {
        return variant == Variant.LIVE;
    }

    public List<Format> formats() {
        return List.of(Format.values());
    }

    public String file(Format format) {
        String address = href() + "/files/" + TemplatePages.name(variant, format);
        return isLive() ? address + "?subject=" + URLEncoder.encode(subject, StandardCharsets.UTF_8) : address;
    }

    public String archive(Format format) {
        String query = live.chosen().query();
        return href() + "/archives/" + format.key() + (query.isEmpty() ? "" : "?" + query);
    }

    /** Sheets of which there is something to see. */
    public List<SheetRows> sheets() {
        return filled.sheets().stream()
                .filter(rows -> !rows.form().paper().columns().isEmpty())
                .toList();
    }

    public List<Column> columns(SheetForm sheet) {
        return Shown.columns(sheet);
    }

    public boolean isRight(Column column) {
        return Shown.isRight(column);
    }

    public List<SheetRow> rows(SheetRows sheet) {
        return sheet.rows().stream().limit(ROWS).toList();
    }

    public int more(SheetRows sheet) {
        return Math.max(0, sheet.rows().size() - ROWS);
    }

    public String text(Column column, SheetRow row) {
        return Shown.text(column, row.cells().get(column.key()), filled.currency());
    }

    public String total(Column column, SheetRows sheet) {
        return Shown.text(column, sheet.totals().get(column.key()), filled.currency());
    }
}
