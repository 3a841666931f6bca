package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Statement;
import io.cairn.framework.mbo.StatementFigures;
import io.cairn.web.part.Formula;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.apache.poi.wp.usermodel.HeaderFooterType;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.TableWidthType;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableCell;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;

/** A statement as a Word document: the same tables as on paper. */
final class StatementWord {
    private static final int TITLE = 17;
    private static final int HEADING = 12;
    private static final int NORMAL = 10;
    private static final int SMALL = 8;
    private static final int GAP = 200;

    private final XWPFDocument document;
    private final StatementPaper paper;
    private final StatementText text;

    private StatementWord(XWPFDocument document, StatementPaper paper) {
        this.document = document;
        this.paper = paper;
        this.text = paper.text();
    }

    static byte[] of(StatementPaper paper) {
        try (var document = new XWPFDocument();
                var bytes = new ByteArrayOutputStream()) {
            new StatementWord(document, paper).write();
            document.write(bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private void write() {
        Statement statement = paper.statement();
        document.getProperties().getCoreProperties().setTitle(paper.title());
        document.getProperties().getCoreProperties().setCreator("Cairn");
        paragraph(paper.title(), TITLE, true);
        paragraph(people(statement) + " " + text.lede(), NORMAL, false);
        heads(statement);
        for (Statement.Version version : statement.versions()) {
            lines(version);
        }
        if (text.several()) {
            paragraph(text.totalLabel() + ": " + amount(statement.total()), NORMAL, true);
        }
        adjustments(statement);
        segments(statement);
        path(statement);
        formula();
        XWPFParagraph foot = document.createFooter(HeaderFooterType.DEFAULT).createParagraph();
        run(foot, paper.foot(), SMALL, false);
    }

    private String people(Statement statement) {
        return statement.manager() == null
                ? statement.employee().name() + "."
                : statement.employee().name() + ", with " + statement.manager().name() + " as manager.";
    }

    private String amount(BigDecimal amount) {
        return text.money(amount) + " " + paper.statement().currency();
    }

    private void heads(Statement statement) {
        List<List<String>> rows = List.of(List.of(
                amount(statement.newTotal()),
                amount(statement.targetBonus()),
                StatementText.percentage(statement.ofTarget())));
        table(List.of(text.totalLabel(), "Bonus target", "Of the target"), rows, 3, false);
    }

    private void lines(Statement.Version version) {
        paragraph(
                text.several()
                        ? "Line by line, %s (%d days)"
                                .formatted(StatementText.shortDays(version.from(), version.to()), version.days())
                        : "Line by line",
                HEADING,
                true);
        List<List<String>> rows = new ArrayList<>();
        for (Statement.Line line : version.lines()) {
            rows.add(List.of(
                    both(line.objective(), StatementText.about(line)),
                    both(StatementText.reached(line), StatementText.asked(line)),
                    both(StatementText.percentage(line.attainment()), StatementText.verdict(line)),
                    both(StatementText.percentage(line.factor()), text.factorNote(line)),
                    StatementText.weight(line.weight()),
                    both(text.money(line.amount()), text.work(version, line))));
        }
        rows.add(List.of(
                text.several() ? "Sum of these days" : text.totalLabel(),
                "",
                "",
                StatementText.percentage(version.paid()),
                "",
                text.money(text.amount(version))));
        table(
                List.of(
                        "Objective",
                        "Reached",
                        "Attained",
                        "Pays",
                        "Weight",
                        "Amount, " + paper.statement().currency()),
                rows,
                1,
                true);
    }

    private static String both(String first, String second) {
        return second.isEmpty() ? first : first + "\n" + second;
    }

    private void adjustments(Statement statement) {
        if (statement.adjustments().isEmpty()) {
            return;
        }
        paragraph("Adjustments", HEADING, true);
        List<List<String>> rows = new ArrayList<>();
        for (Statement.Adjustment adjustment : statement.adjustments()) {
            rows.add(List.of(
                    StatementText.day(adjustment.on()),
                    both(adjustment.label(), adjustment.reason()),
                    adjustment.state() + (adjustment.counts() ? "" : ", not in the total yet"),
                    text.money(adjustment.amount())));
        }
        rows.add(List.of("New total", "", "", text.money(statement.newTotal())));
        table(List.of("Day", "What and why", "State", "Amount, " + statement.currency()), rows, 3, true);
    }

    private void segments(Statement statement) {
        paragraph("Bonus target", HEADING, true);
        List<List<String>> rows = new ArrayList<>();
        for (Statement.Version version : statement.versions()) {
            for (StatementFigures.Segment segment : version.segments()) {
                rows.add(List.of(
                        StatementText.days(segment), text.money(segment.target()), text.money(segment.money())));
            }
        }
        rows.add(List.of("Bonus target", "", text.money(statement.targetBonus())));
        table(
                List.of(
                        "Days",
                        "Target of the whole period, " + statement.currency(),
                        "For these days, " + statement.currency()),
                rows,
                1,
                true);
    }

    private void path(Statement statement) {
        if (statement.path().isEmpty()) {
            return;
        }
        paragraph("From target to payout", HEADING, true);
        List<List<String>> rows = statement.path().stream()
                .map(step -> List.of(
                        step.label(), text.rule(step), StatementText.factor(step.factor()), text.money(step.money())))
                .toList();
        table(List.of("Step", "Rule", "Factor", "Then, " + statement.currency()), rows, 2, false);
        text.conditions().forEach(words -> paragraph(words, NORMAL, false));
    }

    private void formula() {
        paragraph("How each figure is made", HEADING, true);
        List<List<String>> rows = new ArrayList<>();
        for (Formula.Line line : text.formula()) {
            rows.add(List.of(line.label(), line.calculation(), line.result()));
        }
        table(List.of("Figure", "Calculation", "Result"), rows, 2, false);
    }

    /** @param numbers the first column that is right-aligned */
    private void table(List<String> heads, List<List<String>> rows, int numbers, boolean sum) {
        XWPFTable table = document.createTable(rows.size() + 1, heads.size());
        table.setWidthType(TableWidthType.PCT);
        table.setWidth("100%");
        table.removeInsideVBorder();
        XWPFTableRow head = table.getRow(0);
        head.setRepeatHeader(true);
        for (int column = 0; column < heads.size(); column++) {
            cell(head.getCell(column), heads.get(column), column >= numbers, SMALL, false);
        }
        for (int i = 0; i < rows.size(); i++) {
            XWPFTableRow row = table.getRow(i + 1);
            row.setCantSplitRow(true);
            boolean last = sum && i == rows.size() - 1;
            for (int column = 0; column < heads.size(); column++) {
                cell(row.getCell(column), rows.get(i).get(column), column >= numbers, NORMAL, last);
            }
        }
    }

    private static void cell(XWPFTableCell cell, String words, boolean number, int size, boolean strong) {
        XWPFParagraph paragraph = cell.getParagraphs().getFirst();
        paragraph.setSpacingAfter(0);
        paragraph.setAlignment(number ? ParagraphAlignment.RIGHT : ParagraphAlignment.LEFT);
        String[] lines = words.split("\n", 2);
        run(paragraph, lines[0], size, strong);
        if (lines.length > 1) {
            paragraph.createRun().addBreak();
            run(paragraph, lines[1], SMALL, false);
        }
    }

    private void paragraph(String words, int size, boolean strong) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setSpacingBefore(size == HEADING ? GAP : 0);
        paragraph.setKeepNext(size == HEADING);
        run(paragraph, words, size, strong);
    }

    private static void run(XWPFParagraph paragraph, String words, int size, boolean strong) {
        XWPFRun run = paragraph.createRun();
        run.setText(words);
        run.setFontSize(size);
        run.setBold(strong);
        run.setFontFamily("Calibri");
    }
}
