package io.cairn.goal.web;

import io.cairn.goal.CheckIn;
import io.cairn.goal.CheckIns;
import io.cairn.goal.GoalProblem;
import io.cairn.goal.Measure;
import io.cairn.goal.Measures;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Correcting one's own check-in within 24 hours. */
@Controller
@RequestMapping("/check-ins/{id}")
class CorrectionPages {
    private final CheckIns checkIns;
    private final Measures measures;
    private final DomainClock clock;

    CorrectionPages(CheckIns checkIns, Measures measures, DomainClock clock) {
        this.checkIns = checkIns;
        this.measures = measures;
        this.clock = clock;
    }

    @GetMapping("/edit")
    @Transactional(readOnly = true)
    CorrectionPage show(Viewer viewer, @PathVariable UUID id) {
        CheckIn checkIn = checkIns.get(id);
        if (checkIn.author() == null || !viewer.id().equals(checkIn.author().id())) {
            throw GeneralProblem.NOT_ALLOWED
                    .saying("Only its author may correct a check-in.")
                    .exception();
        }
        if (!checkIns.mayCorrect(viewer, checkIn)) {
            throw GoalProblem.CHECK_IN_LOCKED.exception();
        }
        Measure measure = measures.get(checkIn.measureId());
        return page(checkIn, measure, CorrectionForm.of(checkIn, measure), List.of());
    }

    @PostMapping
    Html correct(Viewer viewer, @PathVariable UUID id, CorrectionForm form) {
        CheckIn before = checkIns.get(id);
        Measure measure = measures.get(before.measureId());
        try {
            int version = form.version() == null ? 0 : form.version();
            checkIns.amend(viewer, id, form.content(measure, before), version);
            return Redirect.to("/objectives/" + before.goalId()).saying("Corrected.");
        } catch (ProblemException refused) {
            int status = refused.first().status();
            if (status == 403 || status == 404) {
                throw refused;
            }
            return page(before, measure, form, refused.problems());
        }
    }

    private CorrectionPage page(CheckIn checkIn, Measure measure, CorrectionForm form, List<Problem> problems) {
        LocalDate day = LocalDate.ofInstant(checkIn.at(), clock.getZone());
        return new CorrectionPage(checkIn, measure, form, Days.shown(day, clock.today()), problems);
    }
}
