package io.cairn.access.web;

import io.cairn.access.AccessProblem;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.web.Problems;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.csrf.CsrfException;

/** Says why a request of somebody known was refused before any controller saw it. */
final class Refusals implements AccessDeniedHandler {
    private final Problems problems;

    Refusals(Problems problems) {
        this.problems = problems;
    }

    @Override
    public void handle(HttpServletRequest request, HttpServletResponse response, AccessDeniedException refused)
            throws IOException {
        Problem.Kind kind = refused instanceof CsrfException ? AccessProblem.FORM_EXPIRED : GeneralProblem.NOT_ALLOWED;
        problems.answer(kind.problem(), request, response);
    }
}
