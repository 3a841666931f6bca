package io.cairn.incentive.web;

import io.cairn.framework.FrameworkProblem;
import io.cairn.incentive.KeptCurve;
import io.cairn.incentive.PayKeepers;
import io.cairn.incentive.PayoutCurves;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Filters;
import io.cairn.web.Html;
import io.cairn.web.ListQuery;
import io.cairn.web.Redirect;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Payout curves: everybody reads them, compensation and HR make them. */
@Controller
@RequestMapping("/payout-curves")
class CurvePages {
    private static final int AT_ONCE = 24;

    private final PayoutCurves curves;

    CurvePages(PayoutCurves curves) {
        this.curves = curves;
    }

    @GetMapping
    @Transactional(readOnly = true)
    CurvesPage list(Viewer viewer, @Filters("cursor") ListQuery query) {
        var after = query.cursorId();
        var page = curves.list(null, AT_ONCE, after);
        var next = page.nextCursor() == null ? null : "/payout-curves?cursor=" + page.nextCursor();
        return new CurvesPage(page.items(), PayKeepers.include(viewer), after == null, next);
    }

    @GetMapping("/new")
    @Transactional(readOnly = true)
    NewCurvePage write(Viewer viewer) {
        onlyKeepers(viewer);
        FrameworkProblem.refuseUnlessUsed(viewer, "mbo");
        return page(CurveForm.fresh(), List.of());
    }

    @PostMapping
    Html create(
            Viewer viewer,
            @RequestParam MultiValueMap<String, String> sent,
            @RequestParam(name = "do", defaultValue = "save") String button) {
        onlyKeepers(viewer);
        var form = CurveForm.posted(sent);
        return switch (button) {
            case "add" -> page(form.withOneMore(), List.of());
            case "show" -> page(form, List.of());
            default -> saved(form.filled());
        };
    }

    private Html saved(CurveForm form) {
        var problems = new ArrayList<Problem>();
        var content = form.content(problems);
        var cap = form.cap(problems);
        if (!problems.isEmpty()) {
            return page(form, problems);
        }
        try {
            var made = curves.create(form.name(), content, cap);
            return Redirect.to("/payout-curves/" + made.id()).saying(made.name() + " is saved.");
        } catch (ProblemException refused) {
            return page(form, refused.problems());
        }
    }

    private static NewCurvePage page(CurveForm form, List<Problem> problems) {
        var unread = new ArrayList<Problem>();
        var content = form.filled().content(unread);
        unread.addAll(content.problems());
        var missing = unread.stream().map(Problem::message).distinct().toList();
        return new NewCurvePage(form, missing.isEmpty() ? content.curve() : null, missing, problems);
    }

    @GetMapping("/{curve}")
    @Transactional(readOnly = true)
    CurvePage show(Viewer viewer, @PathVariable UUID curve) {
        var kept = curves.require(curve);
        return new CurvePage(kept, kept.name(), PayKeepers.include(viewer), List.of());
    }

    @PostMapping("/{curve}")
    Html change(
            Viewer viewer,
            @PathVariable UUID curve,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "false") boolean retired,
            @RequestParam(defaultValue = "0") int version) {
        onlyKeepers(viewer);
        KeptCurve kept = curves.require(curve);
        try {
            curves.change(curve, version, name, retired);
            return Redirect.to("/payout-curves/" + curve).saying("Saved.");
        } catch (ProblemException refused) {
            return new CurvePage(kept, name, true, refused.problems());
        }
    }

    private static void onlyKeepers(Viewer viewer) {
        if (!PayKeepers.include(viewer)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }
}
