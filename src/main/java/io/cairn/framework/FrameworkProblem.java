package io.cairn.framework;

import io.cairn.access.Viewing;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Viewer;

/** What can go wrong with a framework as a whole. */
public enum FrameworkProblem implements Problem.Kind {
    FRAMEWORK_OFF(409, "This framework is not in use here. An administrator or a champion can switch it on."),
    FRAMEWORK_NOT_IN_CAIRN(409, "Cairn does not run this framework yet.");

    private final int status;
    private final String message;

    FrameworkProblem(int status, String message) {
        this.status = status;
        this.message = message;
    }

    /** @throws io.cairn.kernel.ProblemException FRAMEWORK_OFF where the organisation does without it: nothing new is made in it */
    public static void refuseUnlessUsed(Viewer viewer, String framework) {
        if (!viewer.uses(framework)) {
            throw FRAMEWORK_OFF.exception();
        }
    }

    /** The same of whoever is signed in; the system is never refused. */
    public static void refuseUnlessUsed(String framework) {
        if (!Viewing.uses(framework)) {
            throw FRAMEWORK_OFF.exception();
        }
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String message() {
        return message;
    }
}
