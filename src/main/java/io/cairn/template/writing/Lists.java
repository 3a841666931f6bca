package io.cairn.template.writing;

import io.cairn.template.Column;
import io.cairn.template.SheetRows;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.util.CellReference;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.apache.poi.xssf.streaming.SXSSFWorkbook;
import org.jspecify.annotations.Nullable;

/** The words that cells may be chosen from, on a hidden sheet of their own: lists in a rule itself end at 255 characters. */
final class Lists {
    private static final String SHEET = "_lists";

    private final Places places;
    private final Map<List<String>, String> ranges = new LinkedHashMap<>();

    Lists(Places places) {
        this.places = places;
    }

    /** The range a column's cells are chosen from; null where anything may be typed. */
    @Nullable
    String range(SheetRows rows, Column column) {
        String other = column.refersTo();
        if (other != null) {
            String[] parts = other.split("\\.", 2);
            var sheet = places.filled().form().sheet(parts[0]);
            return Places.quoted(sheet) + places.range(sheet, parts[1]);
        }
        List<String> words = column.kind() == Column.Kind.CHOICE
                ? column.choices().stream().map(Column.Choice::label).toList()
                : rows.names().getOrDefault(column.key(), List.of());
        return words.isEmpty() ? null : ranges.computeIfAbsent(words, this::next);
    }

    private String next(List<String> words) {
        String letter = CellReference.convertNumToColString(ranges.size());
        return "%s!$%s$1:$%s$%d".formatted(SHEET, letter, letter, words.size());
    }

    void write(SXSSFWorkbook book) {
        SXSSFSheet sheet = book.createSheet(SHEET);
        List<List<String>> columns = new ArrayList<>(ranges.keySet());
        int longest = columns.stream().mapToInt(List::size).max().orElse(0);
        for (int i = 0; i < longest; i++) {
            Row row = sheet.createRow(i);
            for (int j = 0; j < columns.size(); j++) {
                if (i < columns.get(j).size()) {
                    row.createCell(j).setCellValue(columns.get(j).get(i));
                }
            }
        }
        book.setSheetHidden(book.getSheetIndex(sheet), true);
    }
}
