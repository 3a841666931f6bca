package io.cairn.template.writing;

import io.cairn.template.FileMark;
import io.cairn.template.Filled;
import io.cairn.template.SheetRows;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Makes the file of each format. */
public final class TemplateFile {
    private static final String MARK = "\uFEFF";

    private TemplateFile() {}

    /** @param mark of the file, without rows */
    public static byte[] of(Filled filled, FileMark mark, Format format) {
        return switch (format) {
            case XLSX -> WorkbookFile.of(filled, mark);
            case GOOGLE -> google(filled, mark);
            case NOTION -> NotionFile.of(filled, mark);
            case DOCX -> WordFile.of(filled, mark);
        };
    }

    private static byte[] google(Filled filled, FileMark mark) {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put(filled.form().key() + ".xlsx", WorkbookFile.of(filled, mark));
        for (SheetRows rows : filled.sheets()) {
            files.put(rows.form().key() + ".csv", csv(CsvText.of(rows)));
        }
        int heading = 1;
        files.put(FileMark.SHEET + ".csv", csv(CsvText.of(Marks.lines(filled, mark, form -> heading + 1))));
        return Archive.of(files, mark.madeAt());
    }

    private static byte[] csv(String text) {
        return (MARK + text).getBytes(StandardCharsets.UTF_8);
    }
}
