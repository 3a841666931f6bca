package io.cairn.framework.mbo.web;

import io.cairn.incentive.AttainmentBasis;

/** How attainment is computed, in words that need no training. */
public final class BasisWords {
    private BasisWords() {}

    /** As one chooses it. */
    public static String choice(AttainmentBasis basis) {
        return switch (basis) {
            case BASELINE_TO_TARGET -> "How far from the start to the target";
            case RATIO_TO_TARGET -> "Value as a share of the target (more is better)";
            case INVERSE_RATIO -> "Target as a share of the value (less is better)";
            case MILESTONE -> "How many of its milestones are done";
            case RUBRIC -> "Which described level is reached";
            case BOOLEAN -> "Done or not done";
        };
    }

    /** Beside an objective. */
    public static String shortly(AttainmentBasis basis) {
        return switch (basis) {
            case BASELINE_TO_TARGET -> "share of the way from start to target";
            case RATIO_TO_TARGET -> "value ÷ target";
            case INVERSE_RATIO -> "target ÷ value";
            case MILESTONE -> "milestones done";
            case RUBRIC -> "level reached";
            case BOOLEAN -> "done or not";
        };
    }

    /** With an example. */
    public static String example(AttainmentBasis basis) {
        return switch (basis) {
            case BASELINE_TO_TARGET -> "From 12 to 5: at 8.5 half of the way is gone, 50 %.";
            case RATIO_TO_TARGET -> "Target 25: 26.25 are 105 %.";
            case INVERSE_RATIO -> "Target 5 days: 6.4 days are 78 %.";
            case MILESTONE -> "Three of four equal steps done: 75 %.";
            case RUBRIC -> "Each level says what it looks like and what it counts.";
            case BOOLEAN -> "All or nothing.";
        };
    }
}
