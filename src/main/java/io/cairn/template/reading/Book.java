package io.cairn.template.reading;

import io.cairn.metric.file.CellText;
import io.cairn.metric.file.CsvTable;
import io.cairn.metric.file.PackedWorkbook;
import io.cairn.template.ReturnProblem;
import io.cairn.template.reading.Grid.Cell;
import io.cairn.template.reading.Grid.Line;
import io.cairn.web.LargeBody;
import io.cairn.web.WebProblem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JRuntimeException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.util.RecordFormatException;
import org.apache.poi.xssf.eventusermodel.ReadOnlySharedStringsTable;
import org.apache.poi.xssf.eventusermodel.XSSFReader;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A file as somebody sent it, as sheets: a workbook, one CSV file, or a zip of such. What cannot be read safely is refused as
 * a whole with one sentence; nothing is computed, no other file and no address is ever opened.
 *
 * @param workbook whether sheets have the names of a workbook rather than of files
 */
record Book(List<Grid> sheets, boolean workbook) {
    /** The largest file in bytes. */
    static final int LARGEST = LargeBody.LARGEST_FILE;

    private static final String FORMULA = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20";

    /** Rows with text in them, prepared ones with nothing but formulas too. */
    private static final int MOST_LINES = 20_000;

    private static final byte[] ENCRYPTED = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
    private static final int OLD_OFFICE = 0xD0CF11E0;
    private static final int ARCHIVE = 0x504B0304;
    private static final int EMPTY_ARCHIVE = 0x504B0506;

    /** @throws io.cairn.kernel.ProblemException with the one thing that keeps it from being read */
    static Book read(String name, byte[] content) {
        if (content.length == 0) {
            throw ReturnProblem.FILE_EMPTY.exception();
        }
        if (content.length > LARGEST) {
            throw WebProblem.FILE_TOO_LARGE.exception();
        }
        return switch (mark(content)) {
            case OLD_OFFICE ->
                throw (holds(content, ENCRYPTED) ? ReturnProblem.FILE_ENCRYPTED : ReturnProblem.FILE_IS_OLD_EXCEL)
                        .exception();
            case ARCHIVE, EMPTY_ARCHIVE -> archive(content);
            default -> new Book(List.of(table(name, content, new Room())), false);
        };
    }

    private static int mark(byte[] content) {
        return content.length < 4 ? 0 : ByteBuffer.wrap(content).getInt();
    }

    private static boolean holds(byte[] content, byte[] wanted) {
        for (int i = 0; i + wanted.length <= content.length; i++) {
            int matched = 0;
            while (matched < wanted.length && content[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }

    private static Book archive(byte[] content) {
        Parcel parcel = Parcel.open(content);
        if (parcel.isWorkbook()) {
            return workbook(content);
        }
        List<Grid> sheets = new ArrayList<>();
        Room room = new Room();
        for (Map.Entry<String, byte[]> table : parcel.tables().entrySet()) {
            sheets.add(table(table.getKey(), table.getValue(), room));
        }
        return new Book(sheets, false);
    }

    private static Grid table(String name, byte[] content, Room room) {
        refuseOtherEncodings(content);
        List<Line> lines = new ArrayList<>();
        try {
            new CsvTable(content).each((number, fields) -> {
                if (lines.size() >= MOST_LINES) {
                    throw ReturnProblem.TOO_MANY_ROWS.exception();
                }
                if (fields == null || !fields.stream().allMatch(String::isBlank)) {
                    lines.add(new Line(number, fields == null ? null : cells(fields, room)));
                }
            });
        } catch (IOException broken) {
            throw ReturnProblem.FILE_UNREADABLE.exception();
        }
        if (lines.isEmpty()) {
            throw ReturnProblem.FILE_EMPTY.exception();
        }
        boolean named = name.toLowerCase(Locale.ROOT).endsWith(".csv");
        return new Grid(named ? name.substring(0, name.length() - 4) : name, lines, List.of());
    }

    private static List<Cell> cells(List<String> fields, Room room) {
        return fields.stream()
                .limit(GridCells.MOST_COLUMNS)
                .map(text -> text.isEmpty() ? Cell.BLANK : new Cell(room.taken(unguarded(text)), false))
                .toList();
    }

    /** Exports put an apostrophe before what a spreadsheet would take for a formula. */
    private static String unguarded(String text) {
        String bare = text.replaceFirst("^'+", "");
        boolean guarded = !bare.isEmpty() && bare.length() < text.length() && FORMULA.indexOf(bare.charAt(0)) >= 0;
        return guarded ? text.substring(1) : text;
    }

    private static void refuseOtherEncodings(byte[] content) {
        for (byte one : content) {
            if (one == 0) {
                throw ReturnProblem.FILE_ENCODING.exception();
            }
        }
        try {
            StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
        } catch (CharacterCodingException other) {
            throw ReturnProblem.FILE_ENCODING.exception();
        }
    }

    private static Book workbook(byte[] content) {
        try (OPCPackage opened = PackedWorkbook.open(content)) {
            return new Book(sheets(opened), true);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | RecordFormatException
                | SAXException
                | IOException
                | ArithmeticException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException unreadable) {
            throw ReturnProblem.FILE_UNREADABLE.exception();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static List<Grid> sheets(OPCPackage opened)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader workbook = new XSSFReader(opened);
        CellText shown = new CellText(new ReadOnlySharedStringsTable(opened), workbook.getStylesTable());
        List<Grid> grids = new ArrayList<>();
        Room room = new Room();
        var sheets = (XSSFReader.SheetIterator) workbook.getSheetsData();
        while (sheets.hasNext()) {
            try (InputStream sheet = sheets.next()) {
                GridCells cells = new GridCells(shown, MOST_LINES, room);
                var reader = PackedWorkbook.reader();
                reader.setContentHandler(cells);
                reader.parse(new InputSource(sheet));
                grids.add(cells.grid(sheets.getSheetName()));
            }
        }
        return grids;
    }
}
