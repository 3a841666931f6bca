package io.cairn.template.web;

import io.cairn.kernel.Page;
import io.cairn.template.Column;
import io.cairn.template.RowChange;
import io.cairn.template.SheetForm;
import io.cairn.template.TemplateForm;
import io.cairn.template.reading.TemplatePreview;
import io.cairn.template.reading.TemplatePreviewRow;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a filled template changes, is changing, or has changed.
 *
 * @param kind the rows that are shown; null for all that are worth a look
 */
public record ReturnPreviewPage(
        TemplateForm form, TemplatePreview preview, Page<TemplatePreviewRow> rows, RowChange.@Nullable Kind kind)
        implements FullPage {
    @Override
    public String title() {
        return preview.file() + " · " + form.title();
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    public String path() {
        return "/templates/" + form.key() + "/return/" + preview.id();
    }

    public boolean isShown() {
        return preview.state() == TemplatePreview.State.SHOWN;
    }

    public boolean isApplying() {
        return preview.state() == TemplatePreview.State.APPLYING;
    }

    public String lede() {
        return switch (preview.state()) {
            case SHOWN -> "Nothing is changed yet.";
            case APPLYING -> "It goes on by itself, also when you leave this page.";
            case DONE ->
                preview.applied() == 0
                        ? "Nothing was changed."
                        : rowsOf(preview.applied()) + (preview.applied() == 1 ? " is" : " are") + " applied.";
        };
    }

    public String applyWords() {
        String rows = "Apply " + rowsOf(preview.toApply());
        return preview.refused() == 0 ? rows : rows + ", leave out " + ReturnWords.count(preview.refused());
    }

    private static String rowsOf(int count) {
        return count == 1 ? "1 row" : ReturnWords.count(count) + " rows";
    }

    /** 0..1. */
    public BigDecimal done() {
        int all = preview.toApply();
        return all == 0
                ? BigDecimal.ONE
                : BigDecimal.valueOf(preview.applied()).divide(BigDecimal.valueOf(all), 4, RoundingMode.HALF_EVEN);
    }

    /** A figure that narrows the rows down to its own. */
    public record Part(RowChange.Kind kind, String label, int count) {}

    public List<Part> parts() {
        boolean over = !isShown();
        List<Part> parts = new ArrayList<>();
        parts.add(new Part(RowChange.Kind.CREATE, over ? "Created" : "New", preview.toCreate()));
        parts.add(new Part(RowChange.Kind.CHANGE, over ? "Changed" : "Changes", preview.toChange()));
        parts.add(new Part(RowChange.Kind.NONE, "Unchanged", preview.unchanged()));
        parts.add(new Part(RowChange.Kind.REFUSED, "Refused", preview.refused()));
        return parts;
    }

    public String sheet(TemplatePreviewRow row) {
        return form.sheet(row.sheet()).title();
    }

    public String column(TemplatePreviewRow row, String key) {
        SheetForm sheet = form.sheet(row.sheet());
        return sheet.column(key).map(Column::title).orElse(key);
    }

    public @Nullable String nextUrl() {
        if (rows.nextCursor() == null) {
            return null;
        }
        return path() + "?cursor=" + rows.nextCursor() + (kind == null ? "" : "&kind=" + kind);
    }
}
