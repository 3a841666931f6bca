package io.cairn.framework.web;

import io.cairn.framework.FrameworkUse;
import io.cairn.framework.Frameworks;
import io.cairn.framework.Portrait;
import io.cairn.framework.Portraits;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The catalogue of frameworks and which of them are in use, as JSON. */
@RestController
@RequestMapping("/api/v1/frameworks")
class FrameworkApi {
    private final Frameworks frameworks;
    private final FrameworkUse use;

    FrameworkApi(Frameworks frameworks, FrameworkUse use) {
        this.frameworks = frameworks;
        this.use = use;
    }

    /** Every framework the guide knows. */
    record FrameworkList(List<FrameworkView> frameworks) {}

    /** @param inUse whether the organisation is to use it */
    record FrameworkUsage(@Needed @Nullable Boolean inUse) {}

    /** Lists all frameworks: what each is for, what Cairn does with it, and whether it is in use here. */
    @GetMapping
    FrameworkList list(Viewer viewer) {
        return new FrameworkList(Portraits.all().stream()
                .map(portrait -> FrameworkView.of(portrait, frameworks.find(portrait.key()), viewer))
                .toList());
    }

    /** Shows one framework. */
    @GetMapping("/{key}")
    FrameworkView show(Viewer viewer, @PathVariable String key) {
        Portrait portrait = portrait(key);
        return FrameworkView.of(portrait, frameworks.find(key), viewer);
    }

    /** Switches a framework on or off for the organisation. What exists in it is kept; nothing new can be made while it is off. */
    @PutMapping("/{key}/use")
    FrameworkView change(Viewer viewer, @PathVariable String key, @RequestBody FrameworkUsage wanted) {
        Portrait portrait = portrait(key);
        if (wanted.inUse() == null) {
            throw GeneralProblem.REQUIRED.at("inUse").exception();
        }
        Set<String> used = use.set(viewer, key, wanted.inUse());
        return FrameworkView.of(portrait, frameworks.find(key), used.contains(key));
    }

    private static Portrait portrait(String key) {
        return Portraits.find(key).orElseThrow(GeneralProblem.NOT_FOUND::exception);
    }
}
