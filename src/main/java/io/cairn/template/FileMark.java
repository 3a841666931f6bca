package io.cairn.template;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a file carries about itself: the hidden sheet {@code _meta} of a workbook, {@code _meta.csv} in an archive. Its lines are
 * {@code key, value}: {@code format} (1), {@code template}, {@code version}, {@code organization}, {@code variant},
 * {@code subject}, {@code madeAt}; then an empty line, the heading {@code sheet, row, id, version} and a line for each row that
 * stands for something, with the row's number as the workbook shows it.
 *
 * @param organization the {@code mark} of the organisation that made it, see {@link FileMarks}; null where the file does not say
 * @param rows empty in a file that lost its hidden sheet
 */
public record FileMark(
        String template,
        int version,
        @Nullable UUID organization,
        Variant variant,
        String subject,
        Instant madeAt,
        List<Row> rows) {
    public static final String SHEET = "_meta";
    public static final int FORMAT = 1;

    /** Which thing a row stood for when the file was made. */
    public record Row(String sheet, int row, UUID id, int version) {}

    public FileMark {
        rows = List.copyOf(rows);
    }

    /** The lines above the rows. */
    public Map<String, String> facts() {
        var facts = new java.util.LinkedHashMap<String, String>();
        facts.put("format", String.valueOf(FORMAT));
        facts.put("template", template);
        facts.put("version", String.valueOf(version));
        facts.put("organization", organization == null ? "" : organization.toString());
        facts.put("variant", variant.name());
        facts.put("subject", subject);
        facts.put("madeAt", madeAt.toString());
        return facts;
    }
}
