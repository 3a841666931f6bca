package io.cairn.goal.web;

import io.cairn.goal.CheckIns;
import io.cairn.goal.Goals;
import io.cairn.goal.Reporting;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/** The check-in sheet: all of somebody's key results on one page, saved row by row. */
@Controller
class CheckInPages {
    private final Reporting reporting;
    private final CheckIns checkIns;
    private final Goals goals;
    private final DomainClock clock;

    CheckInPages(Reporting reporting, CheckIns checkIns, Goals goals, DomainClock clock) {
        this.reporting = reporting;
        this.checkIns = checkIns;
        this.goals = goals;
        this.clock = clock;
    }

    @GetMapping("/check-in")
    @Transactional(readOnly = true)
    CheckInPage show(Viewer viewer, @RequestParam(required = false) @Nullable UUID goal) {
        return sheet(viewer, goal);
    }

    /** Answers with the row for a script, and without one goes back to the sheet. */
    @PostMapping("/measures/{id}/check-ins")
    Html save(
            Viewer viewer,
            @PathVariable UUID id,
            @RequestParam MultiValueMap<String, String> fields,
            @RequestParam(required = false) @Nullable UUID checkIn,
            @RequestParam(defaultValue = "0") int version,
            @RequestParam(required = false) @Nullable UUID goal,
            @RequestHeader(name = "HX-Request", required = false) @Nullable String script) {
        CheckInForm form = CheckInForm.posted(fields);
        try {
            CheckIns.Reported saved = checkIn == null
                    ? checkIns.report(viewer, id, form::content)
                    : checkIns.correct(
                            viewer, checkIn, version, (measure, before) -> form.contentOf(id, measure, before));
            return script == null
                    ? Redirect.to(sheetUrl(goal)).saying("“" + saved.measure().name() + "” is checked in.")
                    : CheckInRow.of(viewer, reporting.of(viewer, saved), moment(), goal);
        } catch (ProblemException refused) {
            if (refused.first().status() == GeneralProblem.NOT_ALLOWED.status()
                    || refused.first().status() == GeneralProblem.NOT_FOUND.status()) {
                throw refused;
            }
            return script == null
                    ? sheet(viewer, goal, id, form, refused)
                    : CheckInRow.of(viewer, reporting.one(viewer, id), moment(), goal)
                            .refused(form, refused.problems());
        }
    }

    private CheckInPage sheet(
            Viewer viewer, @Nullable UUID goal, UUID wrong, CheckInForm form, ProblemException refused) {
        CheckInPage page = sheet(viewer, goal);
        List<CheckInRow> rows = page.rows().stream()
                .map(row -> row.measure().id().equals(wrong) ? row.refused(form, refused.problems()) : row)
                .toList();
        if (rows.stream().noneMatch(CheckInRow::isWrong)) {
            throw refused;
        }
        return new CheckInPage(rows, page.moment(), page.opened());
    }

    private CheckInPage sheet(Viewer viewer, @Nullable UUID goal) {
        List<CheckInRow> rows = reporting.of(viewer, goal).stream()
                .map(report -> CheckInRow.of(viewer, report, moment(), goal))
                .toList();
        return new CheckInPage(rows, moment(), goal == null ? null : opened(rows, goal));
    }

    /** The objective's title from its rows, or from itself when it has none to report. */
    private CheckInPage.Opened opened(List<CheckInRow> rows, UUID goal) {
        String title = rows.stream()
                .map(row -> row.report().goal())
                .filter(each -> each.id().equals(goal))
                .findFirst()
                .orElseGet(() -> goals.get(goal))
                .title();
        return new CheckInPage.Opened(goal, title);
    }

    private static String sheetUrl(@Nullable UUID goal) {
        return goal == null ? "/check-in" : "/check-in?goal=" + goal;
    }

    private CheckInRow.Moment moment() {
        return new CheckInRow.Moment(clock.today(), clock.getZone());
    }
}
