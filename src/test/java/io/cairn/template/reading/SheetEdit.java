package io.cairn.template.reading;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;

/** Changes a workbook as a person in a spreadsheet program does, or as nobody should. */
final class SheetEdit {
    private SheetEdit() {}

    static byte[] of(byte[] workbook, Consumer<XSSFWorkbook> change) {
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(workbook));
                var out = new ByteArrayOutputStream()) {
            change.accept(book);
            book.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The heading's row, which is below a title, a hint and perhaps totals. */
    static Row heading(Sheet sheet, String title) {
        for (Row row : sheet) {
            for (Cell cell : row) {
                if (row.getRowNum() > 1 && cell.toString().equals(title)) {
                    return row;
                }
            }
        }
        throw new IllegalArgumentException("No column " + title);
    }

    /** An empty cell to be filled; a text that was written into its cell would else stay beside the new value. */
    static Cell blank(XSSFWorkbook book, String sheet, String title, int row) {
        Cell cell = cell(book, sheet, title, row);
        cell.setBlank();
        return cell;
    }

    /** Overwrites the heading's column. */
    static void rename(XSSFWorkbook book, String sheet, String title, String other) {
        for (Cell cell : heading(book.getSheet(sheet), title)) {
            if (cell.toString().equals(title)) {
                cell.setBlank();
                cell.setCellValue(other);
            }
        }
    }

    /** @param row counted from 0 below the heading */
    static Cell cell(XSSFWorkbook book, String sheet, String title, int row) {
        Sheet in = book.getSheet(sheet);
        Row heading = heading(in, title);
        int column = -1;
        for (Cell cell : heading) {
            column = cell.toString().equals(title) ? cell.getColumnIndex() : column;
        }
        Row at = in.getRow(heading.getRowNum() + 1 + row);
        if (at == null) {
            at = in.createRow(heading.getRowNum() + 1 + row);
        }
        return at.getCell(column, Row.MissingCellPolicy.CREATE_NULL_AS_BLANK);
    }

    /** The same archive with its parts changed; null takes a part out. */
    static byte[] parts(byte[] archive, UnaryOperator<Map<String, byte[]>> change) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        var out = new ByteArrayOutputStream();
        try (var from = new ZipInputStream(new ByteArrayInputStream(archive));
                var to = new ZipOutputStream(out)) {
            for (ZipEntry entry = from.getNextEntry(); entry != null; entry = from.getNextEntry()) {
                parts.put(entry.getName(), from.readAllBytes());
            }
            for (Map.Entry<String, byte[]> part : change.apply(parts).entrySet()) {
                to.putNextEntry(new ZipEntry(part.getKey()));
                to.write(part.getValue());
                to.closeEntry();
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return out.toByteArray();
    }

    static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
