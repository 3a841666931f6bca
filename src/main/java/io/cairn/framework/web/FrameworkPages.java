package io.cairn.framework.web;

import io.cairn.framework.Framework;
import io.cairn.framework.FrameworkUse;
import io.cairn.framework.Frameworks;
import io.cairn.framework.Glossary;
import io.cairn.framework.Portraits;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Viewer;
import io.cairn.web.Redirect;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Frameworks side by side, their words, and where it is decided which of them are in use. */
@Controller
class FrameworkPages {
    private static final String YES = "yes";

    private final Frameworks frameworks;
    private final FrameworkUse use;

    FrameworkPages(Frameworks frameworks, FrameworkUse use) {
        this.frameworks = frameworks;
        this.use = use;
    }

    @GetMapping("/frameworks")
    ComparisonPage compare(Viewer viewer) {
        return new ComparisonPage(views(viewer));
    }

    @GetMapping("/glossary")
    GlossaryPage glossary() {
        return new GlossaryPage(frameworks);
    }

    /** One word; opened in place by the mark beside it, or a page of its own. */
    @GetMapping("/glossary/{word}")
    WordPage word(@PathVariable String word) {
        return new WordPage(Glossary.find(word).orElseThrow(GeneralProblem.NOT_FOUND::exception), frameworks);
    }

    /**
     * @param first asked right after the set-up
     * @param propose what the guide recommends, by key; words that are none are left out
     */
    @GetMapping("/administration/frameworks")
    UsePage use(
            Viewer viewer,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(required = false) @Nullable List<String> propose) {
        if (!FrameworkUse.mayDecide(viewer)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
        boolean asked = first.equals(YES);
        Set<String> named = propose == null ? Set.of() : Set.copyOf(propose);
        Set<String> proposed = frameworks.all().stream()
                .map(Framework::key)
                .filter(named::contains)
                .collect(Collectors.toSet());
        return new UsePage(views(viewer), asked ? UsePage.USUAL : proposed, asked);
    }

    @PostMapping("/administration/frameworks")
    Redirect decide(
            Viewer viewer,
            @RequestParam(defaultValue = "") String first,
            @RequestParam(required = false) @Nullable List<String> used) {
        Set<String> wanted = used == null ? Set.of() : new TreeSet<>(used);
        Set<String> now = use.only(viewer, wanted);
        if (first.equals(YES)) {
            return Redirect.to("/").saying("Saved. You can change it under “Frameworks in use”.");
        }
        return Redirect.to("/administration/frameworks")
                .saying(now.equals(wanted) ? "Saved." : "Saved, together with what they are made of.");
    }

    private List<FrameworkView> views(Viewer viewer) {
        return Portraits.all().stream()
                .map(portrait -> FrameworkView.of(portrait, frameworks.find(portrait.key()), viewer))
                .toList();
    }
}
