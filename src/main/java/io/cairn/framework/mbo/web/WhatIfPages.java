package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Statements;
import io.cairn.framework.mbo.WhatIf;
import io.cairn.kernel.Problem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Sliders over a plan; a question is an address, and nothing is kept. */
@Controller
class WhatIfPages {
    private final Statements statements;

    WhatIfPages(Statements statements) {
        this.statements = statements;
    }

    @GetMapping("/plans/{plan}/what-if")
    @Transactional(readOnly = true)
    WhatIfPage ask(Viewer viewer, @PathVariable UUID plan, @RequestParam Map<String, String> sent) {
        Statements.Asking asking = statements.asking(plan);
        WhatIf known = asking.of(WhatIf.Question.NOTHING);
        boolean own = known.plan().employee().id().equals(viewer.id());
        WhatIfForm form = new WhatIfForm(sent).of(known);
        List<Problem> problems = new ArrayList<>();
        WhatIf.Question question = form.question(known, problems);
        if (!problems.isEmpty()) {
            return new WhatIfPage(known, form.typed(), problems, own);
        }
        try {
            return new WhatIfPage(asking.of(question), form.typed(), List.of(), own);
        } catch (ProblemException refused) {
            return new WhatIfPage(known, form.typed(), refused.problems(), own);
        }
    }
}
