package io.cairn.incentive.web;

import io.cairn.incentive.AdjustmentContent;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.TypedNumber;
import io.cairn.web.PlainText;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.util.MultiValueMap;

/**
 * What was typed of an adjustment: a row for each line of the payout and one for what belongs to none, as they were typed.
 *
 * @param rows of the payout's lines in their order, then the one for the rest
 */
public record AdjustmentForm(String reason, List<Row> rows) {
    /**
     * One row.
     *
     * @param line the payout's line, from 1; null for what belongs to none
     */
    public record Row(@Nullable Integer line, String amount, String label) {
        boolean isEmpty() {
            return amount.isBlank() && label.isBlank();
        }

        public String key() {
            return line == null ? "other" : String.valueOf(line);
        }
    }

    static AdjustmentForm fresh(int lines) {
        return of(lines, "", key -> "", key -> "");
    }

    /** @throws ProblemException INVALID for text that nobody can type */
    static AdjustmentForm posted(int lines, MultiValueMap<String, String> sent) {
        return of(
                lines,
                text(sent, "reason"),
                key -> text(sent, "amount[" + key + "]"),
                key -> text(sent, "label[" + key + "]"));
    }

    private static AdjustmentForm of(
            int lines,
            String reason,
            java.util.function.UnaryOperator<String> amount,
            java.util.function.UnaryOperator<String> label) {
        List<Row> rows = new ArrayList<>();
        for (int i = 1; i <= lines; i++) {
            String key = String.valueOf(i);
            rows.add(new Row(i, amount.apply(key), label.apply(key)));
        }
        rows.add(new Row(null, amount.apply("other"), label.apply("other")));
        return new AdjustmentForm(reason, rows);
    }

    private static String text(MultiValueMap<String, String> sent, String name) {
        String typed = Objects.requireNonNullElse(sent.getFirst(name), "");
        if (!PlainText.isClean(typed)) {
            throw io.cairn.kernel.GeneralProblem.INVALID.at(name).exception();
        }
        return typed.replace("\r\n", "\n");
    }

    private List<Row> filled() {
        return rows.stream().filter(row -> !row.isEmpty()).toList();
    }

    /** @throws ProblemException with every amount that cannot be read, each at its field */
    AdjustmentContent content(String currency) {
        List<Problem> problems = new ArrayList<>();
        List<AdjustmentContent.Line> lines = new ArrayList<>();
        for (Row row : filled()) {
            lines.add(new AdjustmentContent.Line(row.line(), amount(row, currency, problems), row.label()));
        }
        if (!problems.isEmpty()) {
            throw new ProblemException(problems);
        }
        return new AdjustmentContent(reason, lines);
    }

    private static @Nullable BigDecimal amount(Row row, String currency, List<Problem> problems) {
        if (row.amount().isBlank()) {
            return null;
        }
        var typed = TypedNumber.parse(row.amount(), currency);
        if (typed.problem() != null) {
            problems.add(typed.problem().at("amount[" + row.key() + "]"));
        }
        return typed.value();
    }

    /** What the amounts that can be read add up to. */
    BigDecimal sum(String currency) {
        return rows.stream()
                .map(row -> amount(row, currency, new ArrayList<>()))
                .filter(Objects::nonNull)
                .reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    /** The use case names the lines it was given ({@code lines[0].amount}); here they stand in their rows. */
    List<Problem> placed(List<Problem> problems) {
        return problems.stream().map(this::placed).toList();
    }

    private Problem placed(Problem problem) {
        String field = problem.field();
        if (field == null || !field.matches("lines\\[\\d{1,3}]\\.\\w+")) {
            return problem;
        }
        Row row = filled().get(Integer.parseInt(field.replaceAll("\\D", "")));
        return problem.at((field.endsWith(".label") ? "label[" : "amount[") + row.key() + "]");
    }
}
