package io.cairn.template.writing;

import io.cairn.template.Column;
import io.cairn.template.SheetForm;
import io.cairn.template.SheetRows;
import java.util.List;
import org.apache.poi.ss.usermodel.ConditionalFormattingRule;
import org.apache.poi.ss.usermodel.DataValidation;
import org.apache.poi.ss.usermodel.DataValidationConstraint;
import org.apache.poi.ss.usermodel.DataValidationConstraint.OperatorType;
import org.apache.poi.ss.usermodel.DataValidationHelper;
import org.apache.poi.ss.usermodel.FontFormatting;
import org.apache.poi.ss.usermodel.PatternFormatting;
import org.apache.poi.ss.util.CellRangeAddress;
import org.apache.poi.ss.util.CellRangeAddressList;
import org.apache.poi.xssf.streaming.SXSSFSheet;
import org.jspecify.annotations.Nullable;

/** What a sheet's cells take and the colours they get. */
final class Rules {
    private static final String LEAST = "-1E+15";
    private static final String MOST = "1E+15";
    private static final String FIRST_DAY = "36526";
    private static final String LAST_DAY = "109575";

    private final Places places;
    private final Lists lists;
    private final SXSSFSheet sheet;

    Rules(Places places, Lists lists, SXSSFSheet sheet) {
        this.places = places;
        this.lists = lists;
        this.sheet = sheet;
    }

    void add(SheetRows rows) {
        List<Column> columns = rows.form().columns();
        for (int i = 0; i < columns.size(); i++) {
            Column column = columns.get(i);
            var range = new CellRangeAddress(Places.first(rows.form()), places.last(rows.form()), i, i);
            if (column.isRead()) {
                takes(rows, column, range);
            }
            for (Column.Mark mark : column.marks()) {
                colour(rows.form(), mark, range);
            }
        }
    }

    private void takes(SheetRows rows, Column column, CellRangeAddress range) {
        DataValidationConstraint rule = rule(rows, column);
        if (rule == null) {
            return;
        }
        var validation = sheet.getDataValidationHelper()
                .createValidation(
                        rule,
                        new CellRangeAddressList(
                                range.getFirstRow(),
                                range.getLastRow(),
                                range.getFirstColumn(),
                                range.getLastColumn()));
        // the library's flag is turned around for this format: true shows the arrow
        validation.setSuppressDropDownArrow(true);
        validation.setEmptyCellAllowed(true);
        validation.setShowErrorBox(column.kind() != Column.Kind.REFERENCE);
        validation.setErrorStyle(DataValidation.ErrorStyle.STOP);
        validation.createErrorBox(column.title(), words(column));
        sheet.addValidationData(validation);
    }

    private @Nullable DataValidationConstraint rule(SheetRows rows, Column column) {
        DataValidationHelper helper = sheet.getDataValidationHelper();
        return switch (column.kind()) {
            case CHOICE, REFERENCE -> {
                String range = lists.range(rows, column);
                yield range == null ? null : helper.createFormulaListConstraint(range);
            }
            case NUMBER, PERCENT, MONEY -> helper.createDecimalConstraint(OperatorType.BETWEEN, LEAST, MOST);
            case DAY -> helper.createDateConstraint(OperatorType.BETWEEN, FIRST_DAY, LAST_DAY, null);
            case TEXT, ID, VERSION -> null;
        };
    }

    private static String words(Column column) {
        return switch (column.kind()) {
            case CHOICE, REFERENCE -> "Choose one of the list.";
            case DAY -> "Type a day, such as 2026-09-30.";
            case PERCENT -> "Type a percentage, such as 60%.";
            case NUMBER, MONEY, TEXT, ID, VERSION -> "Type a number.";
        };
    }

    private void colour(SheetForm form, Column.Mark mark, CellRangeAddress range) {
        var formatting = sheet.getSheetConditionalFormatting();
        ConditionalFormattingRule rule =
                formatting.createConditionalFormattingRule(places.formula(mark.condition(), form, Places.first(form)));
        Looks.Tint tint = Looks.Tint.of(mark.tone());
        PatternFormatting ground = rule.createPatternFormatting();
        ground.setFillBackgroundColor(Looks.color(tint.ground()));
        ground.setFillPattern(PatternFormatting.SOLID_FOREGROUND);
        FontFormatting ink = rule.createFontFormatting();
        ink.setFontColor(Looks.color(tint.ink()));
        ink.setFontStyle(false, true);
        formatting.addConditionalFormatting(new CellRangeAddress[] {range}, rule);
    }
}
