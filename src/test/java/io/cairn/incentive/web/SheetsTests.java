package io.cairn.incentive.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.cairn.incentive.RunFile;
import java.io.ByteArrayInputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that spreadsheets open without doing what somebody's name says. */
class SheetsTests {
    private static RunFile file(@Nullable Object... cells) {
        return new RunFile(
                "Run",
                Instant.parse("2026-10-02T08:00:00Z"),
                List.of("A", "B", "C", "D"),
                List.of(new ArrayList<>(Arrays.asList(cells))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1", "＋1", "－1", "＠SUM(A1)"})
    void whatBeginsLikeAFormulaIsText(String name) throws Exception {
        RunFile file = file(name, "", "", "");
        assertThat(new String(Sheets.csv(file), StandardCharsets.UTF_8)).contains("'" + name);
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Sheets.excel(file)))) {
            var cell = book.getSheetAt(0).getRow(1).getCell(0);
            assertThat(cell.getCellType()).isEqualTo(CellType.STRING);
            assertThat(cell.getStringCellValue()).startsWith("'");
        }
    }

    @Test
    void numbersStayNumbersAndDaysDays() throws Exception {
        RunFile file = file("Ada, “O'Neil\"", new BigDecimal("-312.50"), LocalDate.of(2026, 9, 30), null);
        assertThat(new String(Sheets.csv(file), StandardCharsets.UTF_8))
                .isEqualTo("\uFEFFA,B,C,D\r\n\"Ada, “O'Neil\"\"\",-312.50,2026-09-30,\r\n");
        try (var book = new XSSFWorkbook(new ByteArrayInputStream(Sheets.excel(file)))) {
            var row = book.getSheetAt(0).getRow(1);
            assertThat(new BigDecimal(String.valueOf(row.getCell(1).getNumericCellValue())))
                    .isEqualByComparingTo("-312.50");
            assertThat(row.getCell(1).getCellStyle().getDataFormatString()).isEqualTo("#,##0.00");
            assertThat(row.getCell(2).getLocalDateTimeCellValue().toLocalDate()).isEqualTo("2026-09-30");
            assertThat(row.getCell(3)).isNull();
        }
    }

    @Test
    void theSameRowsMakeTheSameBytes() throws Exception {
        RunFile file = file("Ada", new BigDecimal("1.50"), LocalDate.of(2026, 9, 30), 1);
        byte[] first = Sheets.excel(file);
        Thread.sleep(2100);
        assertThat(Sheets.excel(file)).isEqualTo(first);
        assertThat(Sheets.csv(file)).isEqualTo(Sheets.csv(file));
    }
}
