package io.cairn.organization;

import io.cairn.access.Viewing;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Role;

/** People, teams and roles are changed by administrators and by the system itself. Source: frameworks 1.0, "who may". */
final class Administrators {
    private Administrators() {}

    static void only() {
        if (Viewing.viewer().filter(viewer -> !viewer.is(Role.ADMIN)).isPresent()) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }
}
