package io.cairn.metric.file;

import io.cairn.metric.MetricProblem;
import java.io.IOException;
import java.io.InputStream;
import java.util.regex.Pattern;
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
 * The first sheet of an Excel workbook, read as a stream. Of a formula the value is taken that Excel kept with it; nothing is
 * computed here. Workbooks with macros are refused.
 */
record Workbook(byte[] content) implements Rows {
    private static final Pattern MACROS = Pattern.compile(".*vbaProject.*", Pattern.CASE_INSENSITIVE);

    /** What it may be unpacked, in bytes. */
    private static final long LARGEST_UNPACKED = 200L * 1024 * 1024;

    @Override
    public void each(Taking taking) throws IOException {
        try {
            PackedWorkbook.refuseOver(content, LARGEST_UNPACKED);
        } catch (IOException bomb) {
            throw MetricProblem.FILE_UNREADABLE.exception();
        }
        try (OPCPackage opened = PackedWorkbook.open(content)) {
            if (!opened.getPartsByName(MACROS).isEmpty()) {
                throw MetricProblem.FILE_UNREADABLE
                        .saying("Workbooks with macros are not read; save it as a plain workbook (.xlsx).")
                        .exception();
            }
            read(opened, taking);
        } catch (OpenXML4JException
                | OpenXML4JRuntimeException
                | RecordFormatException
                | SAXException
                | IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException unreadable) {
            throw MetricProblem.FILE_UNREADABLE.exception();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        } catch (IOException broken) {
            // The content is here already, so what cannot be read of it is its own fault: a bomb, a torn archive.
            throw MetricProblem.FILE_UNREADABLE.exception();
        }
    }

    private static void read(OPCPackage opened, Taking taking)
            throws IOException, OpenXML4JException, SAXException, ParserConfigurationException {
        XSSFReader workbook = new XSSFReader(opened);
        var strings = new ReadOnlySharedStringsTable(opened);
        var sheets = workbook.getSheetsData();
        if (!sheets.hasNext()) {
            return;
        }
        try (InputStream sheet = sheets.next()) {
            var reader = PackedWorkbook.reader();
            reader.setContentHandler(new SheetCells(new CellText(strings, workbook.getStylesTable()), taking));
            reader.parse(new InputSource(sheet));
        }
    }
}
