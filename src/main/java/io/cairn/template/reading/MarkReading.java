package io.cairn.template.reading;

import io.cairn.template.FileMark;
import io.cairn.template.ReturnProblem;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import io.cairn.template.reading.Grid.Line;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Reads what a file says about itself, and refuses what was made for something else. */
final class MarkReading {
    private static final String ROWS_BEGIN = "sheet";

    private MarkReading() {}

    /** Whether a sheet holds the mark. */
    static boolean isMark(Grid grid) {
        return grid.name().equals(FileMark.SHEET);
    }

    /** Of a file that says nothing of itself, what its template says; its time is the epoch. */
    static FileMark none(TemplateForm form) {
        return new FileMark(form.key(), form.version(), null, Variant.BLANK, "", Instant.EPOCH, List.of());
    }

    /** @throws io.cairn.kernel.ProblemException WRONG_TEMPLATE, TEMPLATE_NEWER, TEMPLATE_OUTDATED or FILE_UNREADABLE */
    static FileMark read(Grid grid, TemplateForm form) {
        Map<String, String> facts = new HashMap<>();
        List<FileMark.Row> rows = new ArrayList<>();
        boolean inRows = false;
        try {
            for (Line line : grid.lines()) {
                String first = line.at(0).text();
                if (inRows) {
                    rows.add(row(line));
                } else if (first.equals(ROWS_BEGIN)) {
                    inRows = true;
                } else {
                    facts.put(first, line.at(1).text());
                }
            }
            refuseOthers(facts, form);
            return new FileMark(
                    form.key(),
                    form.version(),
                    organization(facts.get("organization")),
                    Variant.valueOf(facts.getOrDefault("variant", "")),
                    facts.getOrDefault("subject", ""),
                    Instant.parse(facts.getOrDefault("madeAt", "")),
                    rows);
        } catch (IllegalArgumentException | DateTimeException broken) {
            throw ReturnProblem.FILE_UNREADABLE
                    .saying("The hidden sheet “_meta” was changed; download the template anew.")
                    .exception();
        }
    }

    private static FileMark.Row row(Line line) {
        return new FileMark.Row(
                line.at(0).text(),
                Integer.parseInt(line.at(1).text()),
                UUID.fromString(line.at(2).text()),
                Integer.parseInt(line.at(3).text()));
    }

    private static @Nullable UUID organization(@Nullable String text) {
        return text == null || text.isBlank() ? null : UUID.fromString(text);
    }

    private static void refuseOthers(Map<String, String> facts, TemplateForm form) {
        if (!form.key().equals(facts.get("template"))) {
            throw ReturnProblem.WRONG_TEMPLATE
                    .saying("This file belongs to the template “%s”, not to “%s”."
                            .formatted(shortened(facts.getOrDefault("template", "?")), form.title()))
                    .exception();
        }
        int format = Integer.parseInt(facts.getOrDefault("format", ""));
        int version = Integer.parseInt(facts.getOrDefault("version", ""));
        if (format > FileMark.FORMAT || version > form.version()) {
            throw ReturnProblem.TEMPLATE_NEWER.exception();
        }
        if (version < form.version()) {
            throw ReturnProblem.TEMPLATE_OUTDATED
                    .saying("This file was made with version %d of the template; download version %d and fill that."
                            .formatted(version, form.version()))
                    .exception();
        }
    }

    private static String shortened(String text) {
        return text.substring(0, Math.min(60, text.length()));
    }
}
