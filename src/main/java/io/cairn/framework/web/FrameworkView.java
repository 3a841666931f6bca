package io.cairn.framework.web;

import io.cairn.framework.Comparison;
import io.cairn.framework.Comparison.Cell;
import io.cairn.framework.Compensation;
import io.cairn.framework.Framework;
import io.cairn.framework.Portrait;
import io.cairn.framework.Visibility;
import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A framework as the guide and the comparison know it.
 *
 * @param inCairn whether this product runs it
 * @param inUse whether the organisation uses it; never without {@code inCairn}
 * @param policy what the code does with it; null unless it is in Cairn
 * @param comparison its column; empty where it is not compared
 */
record FrameworkView(
        String key,
        String abbreviation,
        String name,
        String purpose,
        String bestFor,
        String structure,
        @Nullable String pros,
        @Nullable String cons,
        boolean inCairn,
        boolean inUse,
        @Nullable FrameworkPolicy policy,
        List<Cell> comparison) {

    /**
     * The policy fields that the code interprets.
     *
     * @param kinds none where it watches metrics
     * @param payable whether a bonus line may name its goals
     * @param parts what it is made of, by key
     */
    record FrameworkPolicy(
            Framework.Words words,
            List<String> kinds,
            Visibility visibility,
            Compensation compensation,
            boolean payable,
            Framework.Range measures,
            boolean individualOwners,
            List<String> parts) {

        static FrameworkPolicy of(Framework framework) {
            return new FrameworkPolicy(
                    framework.words(),
                    framework.kinds(),
                    framework.visibility(),
                    framework.compensation(),
                    framework.compensation().payable(),
                    framework.measures(),
                    framework.individualOwners(),
                    framework.parts());
        }
    }

    static FrameworkView of(Portrait portrait, Optional<Framework> framework, boolean inUse) {
        return new FrameworkView(
                portrait.key(),
                portrait.abbreviation(),
                portrait.name(),
                portrait.purpose(),
                portrait.bestFor(),
                portrait.structure(),
                portrait.pros(),
                portrait.cons(),
                framework.isPresent(),
                framework.isPresent() && inUse,
                framework.map(FrameworkPolicy::of).orElse(null),
                Comparison.of(portrait, framework));
    }

    static FrameworkView of(Portrait portrait, Optional<Framework> framework, Viewer viewer) {
        return of(portrait, framework, viewer.uses(portrait.key()));
    }

    /** Icon and word for how things stand with it. */
    public String standing() {
        return inUse ? "In use" : inCairn ? "Not in use" : "Not in Cairn yet";
    }

    public String icon() {
        return inUse ? "circle-check" : inCairn ? "circle-dashed" : "clock";
    }
}
