package io.cairn.template;

import java.util.List;

/**
 * A template with its rows, before it is a file.
 *
 * @param about what it is of, in the file's first line and name ("Ava Lindqvist, Q3 2026"); empty where it is of nothing in
 *     particular
 * @param subject of a live one {@link LiveFile#subject()}, else empty
 * @param currency ISO code of its money; empty where it has none
 * @param sheets in the form's order, all of them
 */
public record Filled(
        TemplateForm form, Variant variant, String about, String subject, String currency, List<SheetRows> sheets) {
    public Filled {
        sheets = List.copyOf(sheets);
    }

    public static Filled blank(TemplateForm form) {
        return new Filled(
                form,
                Variant.BLANK,
                "",
                "",
                "",
                form.sheets().stream()
                        .map(sheet -> SheetRows.of(sheet, List.of()))
                        .toList());
    }
}
