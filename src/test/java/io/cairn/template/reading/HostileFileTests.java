package io.cairn.template.reading;

import static io.cairn.template.reading.SheetEdit.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.sun.management.ThreadMXBean;
import io.cairn.framework.okr.PlanningForm;
import io.cairn.kernel.ProblemException;
import io.cairn.template.Column;
import io.cairn.template.Returned;
import io.cairn.template.SheetRow;
import io.cairn.template.TemplateForm;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Files made to harm whoever reads them, or that are something else than they say: one sentence each, in little memory. */
class HostileFileTests {
    private static final UUID OURS = UUID.fromString("00000000-0000-4000-8000-000000000001");
    private static final TemplateForm FORM = PlanningForm.form();
    private static final String OBJECTIVES = "xl/worksheets/sheet2.xml";
    private static final String STRINGS = "xl/sharedStrings.xml";
    private static final String SHEET_BEGINS =
            "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>";
    private static final String SHEET_ENDS = "</sheetData></worksheet>";
    private static final String STRINGS_BEGIN =
            "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"";
    private static final String LAUGHS = """
            <!DOCTYPE sst [<!ENTITY a "haha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">
            <!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;"><!ENTITY d "&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;">]>
            """;
    private static final long MOST_MEMORY = 700L * 1024 * 1024;
    private static final byte[] SOUND = sound();

    private static byte[] sound() {
        SheetRow objective = SheetRow.row()
                .with("number", "A")
                .with("title", "Win")
                .with("team", "North")
                .done();
        SheetRow keyResult = SheetRow.row()
                .with("objective", "A")
                .with("title", "Won")
                .with("target", BigDecimal.TEN)
                .with("weight", BigDecimal.ONE)
                .done();
        return ManyObjectives.workbook(
                FORM,
                OURS,
                Instant.EPOCH.plusSeconds(1),
                Map.of(PlanningForm.OBJECTIVES, List.of(objective), PlanningForm.KEY_RESULTS, List.of(keyResult)));
    }

    private static Returned read(String name, byte[] file) {
        return new FilledFile(FORM, OURS).read(name, file);
    }

    /**
     * @param code and a word of what is said
     * @param file made only when it is read, as some are large
     */
    private record Hostile(String what, String code, String word, Supplier<byte[]> file) {
        @Override
        public String toString() {
            return what;
        }
    }

    private static Hostile file(String what, String code, String word, Supplier<byte[]> file) {
        return new Hostile(what, code, word, file);
    }

    /** The sound workbook with one part in place of what it is. */
    private static Hostile part(String what, String code, String name, Supplier<byte[]> content) {
        return file(
                what,
                code,
                "",
                () -> SheetEdit.parts(SOUND, parts -> {
                    parts.put(name, content.get());
                    return parts;
                }));
    }

    private static Hostile sheet(String what, String code, Supplier<String> rows) {
        return part(what, code, OBJECTIVES, () -> text(SHEET_BEGINS + rows.get() + SHEET_ENDS));
    }

    private static byte[] zip(Map<String, byte[]> entries) {
        return SheetEdit.parts(SOUND, parts -> entries);
    }

    private static String row(long number, String cell) {
        return "<row r=\"%d\"><c r=\"A%d\" %s</c></row>".formatted(number, number, cell);
    }

    private static String many(int count, IntFunction<String> each) {
        var all = new StringBuilder();
        IntStream.rangeClosed(1, count).forEach(i -> all.append(each.apply(i)));
        return all.toString();
    }

    static Stream<Hostile> hostile() {
        return Stream.of(
                sheet(
                        "a workbook of 200,000 rows",
                        "TOO_MANY_ROWS",
                        () -> many(200_000, i -> row(i, "t=\"inlineStr\"><is><t>O1</t></is>"))),
                file("an archive in an archive", "FILE_UNREADABLE", "", () -> zip(Map.of("plan.zip", SOUND))),
                file("ten thousand parts", "FILE_UNPACKS_TOO_LARGE", "500", HostileFileTests::manyParts),
                file(
                        "a text shown everywhere",
                        "FILE_UNPACKS_TOO_LARGE",
                        "letters",
                        HostileFileTests::manyTimesOneText),
                part(
                        "a shared text of 80 MB",
                        "FILE_UNPACKS_TOO_LARGE",
                        STRINGS,
                        () -> text(STRINGS_BEGIN + "><si><t>" + "a".repeat(80 << 20) + "</t></si></sst>")),
                part(
                        "styles as a forest",
                        "FILE_UNPACKS_TOO_LARGE",
                        "xl/styles.xml",
                        () -> text("<styleSheet>" + "<xf/>".repeat(2_000_000) + "</styleSheet>")),
                part("billion laughs", "FILE_HAS_ENTITIES", STRINGS, () -> text(LAUGHS + "<sst>&d;</sst>")),
                part(
                        "billion laughs in UTF-16",
                        "FILE_UNREADABLE",
                        STRINGS,
                        () -> (LAUGHS + "<sst>&d;</sst>").getBytes(StandardCharsets.UTF_16)),
                part(
                        "entities in an encoding of hosts",
                        "FILE_UNREADABLE",
                        OBJECTIVES,
                        () -> ("<?xml version=\"1.0\" encoding=\"IBM037\"?>" + LAUGHS + "<worksheet>&d;</worksheet>")
                                .getBytes(Charset.forName("IBM037"))),
                part(
                        "a file of this computer",
                        "FILE_HAS_ENTITIES",
                        OBJECTIVES,
                        () -> text("<!DOCTYPE a [<!ENTITY % x SYSTEM \"http://localhost/\"> %x;]>" + SHEET_BEGINS
                                + SHEET_ENDS)),
                file("macros under another name", "FILE_HAS_MACROS", "", HostileFileTests::hiddenMacros),
                part("macro sheets", "FILE_HAS_MACROS", "xl/macrosheets/sheet1.xml", () -> text("<a/>")),
                part("links to other files", "FILE_HAS_LINKS", "xl/connections.xml", () -> text("<a/>")),
                file(
                        "an OpenDocument sheet",
                        "FILE_UNREADABLE",
                        "OpenDocument",
                        () -> zip(Map.of(
                                "mimetype",
                                text("application/vnd.oasis.opendocument.spreadsheet"),
                                "content.xml",
                                text("<office:document-content/>")))),
                file("an archive with a password", "FILE_ENCRYPTED", "password", HostileFileTests::withPassword),
                file("an old workbook", "FILE_IS_OLD_EXCEL", ".xls", HostileFileTests::old),
                file("a picture", "FILE_ENCODING", "", () ->
                        new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0}),
                file("a letter", "SHEET_MISSING", "", () -> text("Dear all,\nthis is a letter.\n")),
                file("twenty megabytes of commas", "SHEET_MISSING", "", () -> text(",a".repeat(10_000_000))),
                sheet("a row out of its order", "FILE_UNREADABLE", () -> row(7, "><v>1</v>") + row(6, "><v>1</v>")),
                sheet("a row beyond the last", "FILE_UNREADABLE", () -> row(99_999_999_999L, "><v>1</v>")),
                sheet("a number beyond all", "FILE_UNREADABLE", () -> row(1, "><v>1e999999999</v>")),
                sheet("a text that is not there", "FILE_UNREADABLE", () -> row(1, "t=\"s\"><v>123456</v>")),
                sheet("a well without a floor", "FILE_UNREADABLE", () -> "<a>".repeat(100_000)),
                part(
                        "cells merged nowhere",
                        "FILE_UNREADABLE",
                        OBJECTIVES,
                        () -> text(
                                SHEET_BEGINS
                                        + "</sheetData><mergeCells><mergeCell ref=\"A99999999999\"/></mergeCells></worksheet>")));
    }

    private static byte[] manyParts() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        IntStream.range(0, 10_000).forEach(i -> parts.put("a" + i + ".csv", new byte[0]));
        return zip(parts);
    }

    private static byte[] manyTimesOneText() {
        return SheetEdit.parts(SOUND, parts -> {
            parts.put(STRINGS, text(STRINGS_BEGIN + "><si><t>" + "a".repeat(30_000) + "</t></si></sst>"));
            parts.put(OBJECTIVES, text(SHEET_BEGINS + many(10_000, i -> row(i, "t=\"s\"><v>0</v>")) + SHEET_ENDS));
            return parts;
        });
    }

    private static byte[] hiddenMacros() {
        return SheetEdit.parts(SOUND, parts -> {
            parts.put("xl/settings.bin", new byte[100]);
            parts.computeIfPresent(
                    "[Content_Types].xml",
                    (name, types) -> text(
                            new String(types, StandardCharsets.UTF_8)
                                    .replace(
                                            "</Types>",
                                            "<Override PartName=\"/xl/settings.bin\" ContentType=\"application/vnd.ms-office.vbaProject\"/></Types>")));
            return parts;
        });
    }

    /** The mark of an encrypted entry; what is in it does not matter then. */
    private static byte[] withPassword() {
        byte[] archive = zip(Map.of("objectives.csv", text("Objective no.,Objective\n")));
        archive[6] |= 1;
        return archive;
    }

    private static byte[] old() {
        try (var book = new HSSFWorkbook();
                var out = new ByteArrayOutputStream()) {
            book.createSheet("Objectives").createRow(0).createCell(0).setCellValue("Objective no.");
            book.write(out);
            return out.toByteArray();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void aHostileFileIsRefusedInOneSentenceAndInLittleMemory(Hostile hostile) {
        byte[] file = hostile.file().get();
        var memory = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = memory.getCurrentThreadAllocatedBytes();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(() -> read("plan", file))
                .satisfies(refused -> {
                    assertThat(refused.problems()).hasSize(1);
                    assertThat(refused.first().code()).isEqualTo(hostile.code());
                    assertThat(refused.first().message()).contains(hostile.word());
                });
        assertThat(memory.getCurrentThreadAllocatedBytes() - before).isLessThan(MOST_MEMORY);
    }

    @Test
    void theSoundFileIsReadAndSoIsOneThatPromisesMoreTextsThanItHas() {
        assertThat(rows(read("plan", SOUND))).isEqualTo(2);
        byte[] boasting = SheetEdit.parts(SOUND, parts -> {
            parts.put(STRINGS, text(STRINGS_BEGIN + " count=\"2147483647\" uniqueCount=\"2147483647\"></sst>"));
            return parts;
        });
        assertThat(rows(read("plan", boasting))).isEqualTo(2);
    }

    @Test
    void aLongSheetFullOfQuotationMarksIsRead() {
        String quotes = "&quot;".repeat(150);
        byte[] file = SheetEdit.parts(SOUND, parts -> {
            parts.computeIfPresent(
                    OBJECTIVES,
                    (name, sheet) -> text(new String(sheet, StandardCharsets.UTF_8)
                            .replace("</sheetData>", quoted(quotes) + "</sheetData>")));
            return parts;
        });
        assertThat(rows(read("plan", file))).isEqualTo(1002);
    }

    private static String quoted(String quotes) {
        return many(
                1_000,
                i -> "<row r=\"%d\"><c r=\"B%d\" t=\"inlineStr\"><is><t>%s</t></is></c></row>"
                        .formatted(5_000 + i, 5_000 + i, quotes));
    }

    private static int rows(Returned read) {
        return read.sheets().stream().mapToInt(sheet -> sheet.rows().size()).sum();
    }

    @Test
    void aFilePartedBySemicolonsIsReadAsOneByCommas() {
        String csv = FORM.sheet(PlanningForm.OBJECTIVES).columns().stream()
                        .map(Column::title)
                        .collect(Collectors.joining(";"))
                + "\nA;Win the north;;;North\n";
        Returned read = read("anything.csv", text("\uFEFF" + csv));
        assertThat(rows(read)).isEqualTo(1);
        SheetRow row = read.sheets().getFirst().rows().getFirst().row();
        assertThat(row.text("title")).isEqualTo("Win the north");
        assertThat(row.text("team")).isEqualTo("North");
    }
}
