package io.cairn.goal.web;

import io.cairn.access.Viewing;
import io.cairn.web.Section;

/**
 * What lists of goals are called here and lead to: objectives where OKRs are in use, goals where others are. Lists of goals are
 * there while any framework is whose goals stand in them.
 */
public final class GoalsHere {
    private GoalsHere() {}

    /** Whether there is a list of goals at all. */
    public static boolean listed() {
        return Viewing.viewer().map(Section.OBJECTIVES::inUse).orElse(true);
    }

    /** Whether anybody reports on anything. */
    static boolean reported() {
        return Viewing.viewer().map(Section.CHECK_IN::inUse).orElse(true);
    }

    /** {@code Objectives}, or {@code Goals}. */
    public static String many() {
        return Viewing.uses("okr") ? "Objectives" : "Goals";
    }

    /** {@code objective}, or {@code goal}. */
    public static String one() {
        return Viewing.uses("okr") ? "objective" : "goal";
    }

    /** {@code objectives}, or {@code goals}. */
    public static String some() {
        return one() + "s";
    }

    /** {@code key result}, or {@code measure}. */
    public static String measure() {
        return Viewing.uses("okr") ? "key result" : "measure";
    }

    /** {@code Write an objective}, or what else can be written. */
    public static String write() {
        return Viewing.uses("okr") ? "Write an objective" : "Write a SMART goal";
    }

    /** @param objective where an objective is written */
    public static String writeUrl(String objective) {
        return Viewing.uses("okr") ? objective : "/smart/new";
    }
}
