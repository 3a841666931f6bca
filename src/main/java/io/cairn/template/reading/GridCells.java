package io.cairn.template.reading;

import io.cairn.metric.file.CellText;
import io.cairn.template.ReturnProblem;
import io.cairn.template.reading.Grid.Cell;
import io.cairn.template.reading.Grid.Line;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellReference;
import org.jspecify.annotations.Nullable;
import org.xml.sax.Attributes;
import org.xml.sax.helpers.DefaultHandler;

/** Gathers one sheet's cells, which of them are formulas, and where cells are merged. */
final class GridCells extends DefaultHandler {
    static final int MOST_COLUMNS = 100;
    private static final int LONGEST = 10_000;
    private static final int MOST_MERGED = 1000;

    /** Excel's last row. */
    private static final int LAST_ROW = 1_048_576;

    private final CellText shown;
    private final int mostLines;
    private final Room room;
    private final List<Line> lines = new ArrayList<>();
    private final List<String> merged = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private List<Cell> row = new ArrayList<>();
    private long line;
    private int column;
    private String type = "n";
    private int style;
    private boolean formula;
    private boolean inValue;
    private boolean inPhonetic;

    GridCells(CellText shown, int mostLines, Room room) {
        this.shown = shown;
        this.mostLines = mostLines;
        this.room = room;
    }

    Grid grid(String name) {
        return new Grid(name, lines, merged);
    }

    @Override
    public void startElement(@Nullable String space, String local, String qualified, Attributes attributes) {
        switch (local) {
            case "row" -> {
                String number = attributes.getValue("r");
                line = following(number == null ? line + 1 : Long.parseLong(number));
                row = new ArrayList<>();
            }
            case "c" -> {
                String place = attributes.getValue("r");
                column = place == null ? row.size() : new CellReference(place).getCol();
                type = attributes.getValue("t") == null ? "n" : attributes.getValue("t");
                style = attributes.getValue("s") == null ? -1 : Integer.parseInt(attributes.getValue("s"));
                formula = false;
                text.setLength(0);
            }
            case "f" -> formula = true;
            case "rPh" -> inPhonetic = true;
            case "v" -> inValue = !isInline();
            case "t" -> inValue = isInline() && !inPhonetic;
            case "mergeCell" -> {
                if (merged.size() < MOST_MERGED && attributes.getValue("ref") != null) {
                    merged.add(
                            CellRangeAddress.valueOf(attributes.getValue("ref")).formatAsString());
                }
            }
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
            case "rPh" -> inPhonetic = false;
            case "c" -> put();
            case "row" -> finish();
            default -> {}
        }
    }

    /** Rows come in their order, each once. */
    private long following(long number) {
        if (number <= line || number > LAST_ROW) {
            throw new IllegalArgumentException("a row out of its order");
        }
        return number;
    }

    /** Whether the text stands in the cell itself; a value beside it is not shown by any program. */
    private boolean isInline() {
        return type.equals("inlineStr");
    }

    private void put() {
        if (column >= MOST_COLUMNS || (text.isEmpty() && !formula)) {
            return;
        }
        while (row.size() <= column) {
            row.add(Cell.BLANK);
        }
        row.set(column, new Cell(text.isEmpty() ? "" : room.taken(shown.shown(type, style, text.toString())), formula));
    }

    private void finish() {
        if (row.stream().allMatch(Cell::isBlank)) {
            return;
        }
        if (lines.size() >= mostLines) {
            throw ReturnProblem.TOO_MANY_ROWS.exception();
        }
        lines.add(new Line(line, row));
    }
}
