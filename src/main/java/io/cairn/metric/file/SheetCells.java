package io.cairn.metric.file;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers a sheet's cells into rows of text. */
final class SheetCells extends DefaultHandler {
    private static final int MOST_COLUMNS = 1000;
    private static final int LONGEST = 10_000;

    private final CellText cells;
    private final Rows.Taking taking;
    private final List<String> row = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private long line;
    private int column;
    private String type = "";
    private int style;
    private boolean inValue;

    SheetCells(CellText cells, Rows.Taking taking) {
        this.cells = cells;
        this.taking = taking;
    }

    @Override
    public void startElement(@Nullable String space, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> {
                String number = attributes.getValue("r");
                line = number == null ? line + 1 : Long.parseLong(number);
                row.clear();
            }
            case "c" -> {
                String place = attributes.getValue("r");
                column = place == null ? row.size() : new CellReference(place).getCol();
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s") == null ? -1 : Integer.parseInt(attributes.getValue("s"));
                text.setLength(0);
            }
            case "v", "t" -> inValue = true;
            default -> {}
        }
    }

    @Override
    public void characters(char[] characters, int from, int length) {
        if (inValue && text.length() < LONGEST) {
            text.append(characters, from, length);
        }
    }

    @Override
    public void endElement(@Nullable String space, String local, String qualified) {
        switch (local) {
            case "v", "t" -> inValue = false;
            case "c" -> put(text.isEmpty() ? "" : cells.shown(type, style, text.toString()));
            case "row" -> finish();
            default -> {}
        }
    }

    private void put(String shown) {
        if (shown.isEmpty() || column >= MOST_COLUMNS) {
            return;
        }
        while (row.size() <= column) {
            row.add("");
        }
        row.set(column, shown);
    }

    private void finish() {
        if (row.stream().allMatch(String::isBlank)) {
            return;
        }
        try {
            taking.row(line, List.copyOf(row));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
