package io.cairn.framework.smart;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.template.Filled;
import io.cairn.template.LiveFile;
import io.cairn.template.SheetRow;
import io.cairn.template.SheetRows;
import io.cairn.template.Template;
import io.cairn.template.TemplateForm;
import io.cairn.template.Variant;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** SMART goals as a file. */
@Component
class Worksheet implements Template {
    private static final TemplateForm FORM = WorksheetForm.form();

    @Override
    public TemplateForm form() {
        return FORM;
    }

    @Override
    public List<LiveFile> liveFiles(Viewer viewer) {
        return List.of();
    }

    @Override
    public Filled live(Viewer viewer, String subject) {
        throw GeneralProblem.NOT_FOUND.exception();
    }

    /** One that passes every letter and one that does not. Source: frameworks 6.4, vectors SMT-01 and SMT-02. */
    @Override
    public Filled sample() {
        SheetRow passes = SheetRow.row()
                .with("title", "Grow expansion revenue in assigned enterprise accounts by 15 % this quarter")
                .with("specific", "Ava sells further modules to the twelve enterprise accounts assigned to her.")
                .with("s", "PASS")
                .with("measurable", "Revenue from these accounts rises from 2,000,000 to 2,300,000 EUR.")
                .with("m", "PASS")
                .with("achievable", "Theo agrees: eight of twelve accounts asked for an offer.")
                .with("a", "PASS")
                .with("relevant", "It serves the retention objective of the revenue teams.")
                .with("r", "PASS")
                .with("timeBound", "By the end of the third quarter.")
                .with("t", "PASS")
                .with("score", 5)
                .with("owner", "Ava")
                .with("measure", "Expansion revenue")
                .with("unit", "EUR")
                .with("baseline", new BigDecimal("2000000"))
                .with("target", new BigDecimal("2300000"))
                .with("current", new BigDecimal("2240000"))
                .with("progress", new BigDecimal("0.8"))
                .with("dueOn", LocalDate.of(2026, 9, 30))
                .with("obstacles", "Two accounts change their buyer in August.")
                .with("firstStep", "Agree on an account plan with each sponsor.")
                .with("reviewOn", LocalDate.of(2026, 8, 15))
                .with("state", "Active")
                .done();
        SheetRow open = SheetRow.row()
                .with("title", "Experiment with new content types")
                .with("specific", "Marketing tries formats that were not used before.")
                .with("s", "PARTIAL")
                .with("measurable", "Nobody has said how much.")
                .with("m", "FAIL")
                .with("achievable", "The team has the time for it.")
                .with("a", "PASS")
                .with("relevant", "It serves the growth of followers.")
                .with("r", "PASS")
                .with("timeBound", "By the end of the half-year.")
                .with("t", "PASS")
                .with("score", 3)
                .with("owner", "Lena")
                .with("dueOn", LocalDate.of(2026, 6, 30))
                .with("state", "Active")
                .done();
        return new Filled(
                FORM,
                Variant.SAMPLE,
                "Ava and Lena",
                "",
                "",
                List.of(SheetRows.of(FORM.sheet(WorksheetForm.GOALS), List.of(passes, open))));
    }
}
