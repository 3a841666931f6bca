package io.cairn.template;

import java.util.List;

/**
 * What a template is made of.
 *
 * @param key lower case with hyphens, in addresses and files ({@code okr-planning-sheet})
 * @param framework key of its framework
 * @param version counts up when sheets or columns change; a file says of which version it is
 * @param purpose one sentence
 */
public record TemplateForm(
        String key, String title, String framework, int version, String purpose, List<SheetForm> sheets) {
    public TemplateForm {
        sheets = List.copyOf(sheets);
    }

    /** @throws IllegalArgumentException for a sheet that is not there */
    public SheetForm sheet(String sheet) {
        return sheets.stream()
                .filter(one -> one.key().equals(sheet))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No sheet " + sheet + " in " + key));
    }
}
