package io.cairn.metric.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.metric.MetricEntry;
import io.cairn.web.PlainText;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * The grid as it was sent: {@code v.metric.start} was typed, {@code w.metric.start} stood there before, {@code n.metric.start}
 * is the note.
 *
 * @param fields as they were typed, by their names
 * @param problems by the names of the fields they belong to
 */
record EntryForm(Map<String, String> fields, Map<String, Problem> problems) {
    private static final int MOST = 500;
    private static final Pattern CELL = Pattern.compile("v\\.([0-9a-f-]{36})\\.(\\d{4}-\\d{2}-\\d{2})");

    static final EntryForm NONE = new EntryForm(Map.of(), Map.of());

    static EntryForm posted(MultiValueMap<String, String> sent) {
        Map<String, String> fields = new HashMap<>();
        sent.forEach((name, values) -> {
            if (name.length() > 2 && name.charAt(1) == '.') {
                String text = Objects.requireNonNullElse(values.getFirst(), "");
                if (!PlainText.isClean(text)) {
                    throw GeneralProblem.INVALID.at(name).exception();
                }
                fields.put(name, text);
            }
        });
        return new EntryForm(fields, Map.of());
    }

    EntryForm with(Map<String, Problem> found) {
        return new EntryForm(fields, found);
    }

    /** Cells that say something else than what stood there, or have a note. */
    List<MetricEntry.Typed> typed() {
        List<MetricEntry.Typed> typed = new ArrayList<>();
        fields.keySet().stream().sorted().forEach(name -> {
            Matcher cell = CELL.matcher(name);
            if (cell.matches()) {
                String text = fields.getOrDefault(name, "").strip();
                String note = fields.get("n" + name.substring(1));
                boolean noted = note != null && !note.isBlank();
                if (noted
                        || !text.equals(
                                fields.getOrDefault("w" + name.substring(1), "").strip())) {
                    typed.add(new MetricEntry.Typed(UUID.fromString(cell.group(1)), day(cell.group(2)), text, note));
                }
            }
        });
        if (typed.size() > MOST) {
            throw GeneralProblem.INVALID
                    .saying("Save at most 500 cells at once.")
                    .exception();
        }
        return typed;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException none) {
            throw GeneralProblem.INVALID.exception();
        }
    }

    static String name(MetricEntry.Typed cell) {
        return "v." + cell.metric() + "." + cell.start();
    }

    static Map<String, Problem> wrong(List<MetricEntry.Wrong> cells) {
        Map<String, Problem> wrong = new HashMap<>();
        cells.forEach(cell -> wrong.put(name(cell.cell()), cell.problem()));
        return wrong;
    }

    /** Which cells were refused; what belongs to no cell is thrown on. */
    static Map<String, Problem> refused(ProblemException refused) {
        Map<String, Problem> wrong = new HashMap<>();
        for (Problem problem : refused.problems()) {
            if (problem.field() != null && problem.field().startsWith("v.")) {
                wrong.put(problem.field(), problem);
            }
        }
        if (wrong.isEmpty()) {
            throw refused;
        }
        return wrong;
    }
}
