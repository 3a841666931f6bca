package io.cairn.guide.web;

import io.cairn.framework.FrameworkUse;
import io.cairn.framework.Frameworks;
import io.cairn.guide.Guide;
import io.cairn.guide.Situation;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The selection guide: a form, and an answer whose address holds what was said, so that it can be shared. */
@Controller
class GuidePages {
    private final Frameworks frameworks;
    private final FrameworkUse use;

    GuidePages(Frameworks frameworks, FrameworkUse use) {
        this.frameworks = frameworks;
        this.use = use;
    }

    @GetMapping("/guide")
    GuidePage ask(GuideForm form) {
        return new GuidePage(form, List.of());
    }

    @GetMapping("/guide/answer")
    Html answer(Viewer viewer, GuideForm form) {
        try {
            return answered(viewer, form.situation());
        } catch (ProblemException wrong) {
            return new GuidePage(form, form.isEmpty() ? List.of() : wrong.problems());
        }
    }

    /** Switches the chosen frameworks on; the others stay as they are. */
    @PostMapping("/guide/answer")
    Html switchOn(Viewer viewer, GuideForm form, @RequestParam(required = false) @Nullable List<String> chosen) {
        Situation situation = form.situation();
        List<String> keys = chosen == null ? List.of() : chosen;
        use.add(viewer, keys);
        return Redirect.to(GuideForm.address("/guide/answer", situation))
                .saying(keys.isEmpty() ? "Nothing was chosen." : "Switched on. Their entries stand in the navigation.");
    }

    private GuideAnswerPage answered(Viewer viewer, Situation situation) {
        return new GuideAnswerPage(
                situation,
                Guide.recommend(situation),
                frameworks,
                viewer,
                FrameworkUse.mayDecide(viewer) ? List.of() : use.whoMayDecide());
    }
}
