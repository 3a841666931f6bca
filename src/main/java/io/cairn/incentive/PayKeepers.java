package io.cairn.incentive;

import io.cairn.access.Viewing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;

/** Bonus targets and curves are set by compensation, by HR and by the system itself (frameworks 2.3). */
public final class PayKeepers {
    /** Nothing new is set by them where this is not in use. */
    static final String FRAMEWORK = "mbo";

    private PayKeepers() {}

    public static boolean include(Viewer viewer) {
        return viewer.isAny(Role.COMP, Role.HR);
    }

    /** @throws io.cairn.kernel.ProblemException NOT_ALLOWED */
    static void only() {
        if (Viewing.viewer().filter(viewer -> !include(viewer)).isPresent()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }
}
