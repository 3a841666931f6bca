package io.cairn.goal.web;

import io.cairn.access.Viewing;
import io.cairn.web.Section;
import org.jspecify.annotations.Nullable;

/**
 * Words and ways for pages that show goals of every framework: they speak of objectives where OKRs are in use, and of goals where
 * only others are.
 */
public final class GoalsHere {
    private static final String OKR = "okr";
    private static final String SMART = "smart";

    private GoalsHere() {}

    /** Whether teams and people can have goals that others see; a plan's are private. */
    public static boolean open() {
        return Viewing.uses(OKR) || Viewing.uses(SMART);
    }

    /** Whether anybody reports on anything. */
    static boolean reported() {
        return Viewing.viewer().map(Section.CHECK_IN::inUse).orElse(true);
    }

    public static boolean objectives() {
        return Viewing.uses(OKR);
    }

    /** Where goals are listed; null where no list is in use. */
    public static @Nullable String list() {
        return objectives() ? "/objectives" : Viewing.uses(SMART) ? "/smart" : null;
    }

    /** {@code Objectives}, or {@code Goals}. */
    public static String heading() {
        return objectives() ? "Objectives" : "Goals";
    }

    /** {@code objective}, or {@code goal}. */
    public static String one() {
        return objectives() ? "objective" : "goal";
    }

    /** {@code key result}, or {@code measure}. */
    public static String measure() {
        return objectives() ? "key result" : "measure";
    }

    /** {@code Write an objective}, or what else can be written. */
    public static String write() {
        return objectives() ? "Write an objective" : "Write a SMART goal";
    }

    /** @param objective where an objective is written */
    public static String writeUrl(String objective) {
        return objectives() ? objective : "/smart/new";
    }
}
