package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The one place that shows what went wrong: RFC 9457 to programs, a page to people. Filters may call it as well. */
@Component
public class Problems {
    private static final Logger LOG = LoggerFactory.getLogger(Problems.class);
    static final String JSON = "application/problem+json";

    private final JsonMapper json;

    Problems(JsonMapper json) {
        this.json = json;
    }

    public void answer(Problem problem, HttpServletRequest request, HttpServletResponse response) throws IOException {
        answer(List.of(problem), request, response);
    }

    /** Shows the problems with the first one's status; what was written before is discarded. */
    public void answer(List<Problem> problems, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        if (response.isCommitted()) {
            return;
        }
        response.resetBuffer();
        Problem first = problems.getFirst();
        headers(first, response);
        if (wantsJson(request)) {
            writeJson(ProblemJson.of(problems, Request.of(request).path()), response);
        } else {
            Request.of(request).withoutCounts();
            Renderer.answer(ErrorPage.of(first), request, response);
        }
    }

    /** Shows what a controller or filter threw; what nobody foresaw is logged once, under the number the reader sees. */
    void answer(Throwable thrown, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (ThrownProblems.isGone(thrown)) {
            return;
        }
        List<Problem> problems = ThrownProblems.of(thrown);
        if (problems.stream().anyMatch(one -> one.code().equals(GeneralProblem.BODY_TOO_LARGE.name()))) {
            refuseLarge(LimitedRequest.LIMIT, request, response);
            return;
        }
        answer(problems.isEmpty() ? List.of(noted(thrown, request)) : problems, request, response);
    }

    /** Says how large it may be at most; a page's form with a file is shown again, with that beside the file. */
    void refuseLarge(long most, HttpServletRequest request, HttpServletResponse response) throws IOException {
        boolean file = request.getAttribute(LargeBody.class.getName()) instanceof LargeBody taken && taken.file();
        String form = Request.of(request).path();
        if (!file) {
            answer(
                    GeneralProblem.BODY_TOO_LARGE.saying("The request is larger than %d MB.".formatted(most >> 20)),
                    request,
                    response);
        } else if (wantsJson(request) || !Redirect.isOurs(form)) {
            answer(LargeBody.tooLarge(), request, response);
        } else if (!response.isCommitted()) {
            response.resetBuffer();
            Redirect again = Redirect.to(form + "?problem=" + WebProblem.FILE_TOO_LARGE.name());
            Renderer.answer(again, request, response);
        }
    }

    /** The API speaks JSON; elsewhere whoever asks for JSON and not for a page gets it. */
    static boolean wantsJson(HttpServletRequest request) {
        String path = Request.of(request).path();
        if (path.startsWith("/api/") || path.startsWith("/v3/")) {
            return true;
        }
        String accept = request.getHeader(HttpHeaders.ACCEPT);
        return accept != null && accept.contains("json") && !accepts(accept, MediaType.TEXT_HTML);
    }

    private static boolean accepts(String accept, MediaType type) {
        try {
            return MediaType.parseMediaTypes(accept).stream()
                    .anyMatch(one -> one.isConcrete() && one.isCompatibleWith(type));
        } catch (InvalidMediaTypeException unreadable) {
            return false;
        }
    }

    private static Problem noted(Throwable thrown, HttpServletRequest request) {
        String number = "%08X".formatted(ThreadLocalRandom.current().nextInt());
        String path = Request.of(request).path().replaceAll("/link/.*", "/link/…");
        LOG.error("{} {} failed ({})", request.getMethod(), path, number, thrown);
        return GeneralProblem.INTERNAL
                .saying("Something went wrong on our side; it has been noted under " + number + ".")
                .with("number", number);
    }

    private static void headers(Problem problem, HttpServletResponse response) {
        if (problem.status() == HttpServletResponse.SC_UNAUTHORIZED) {
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Bearer");
        }
        if (problem.details().get("retryAfter") instanceof Number seconds) {
            response.setHeader(HttpHeaders.RETRY_AFTER, String.valueOf(seconds.longValue()));
        }
    }

    private void writeJson(ProblemJson problem, HttpServletResponse response) throws IOException {
        byte[] bytes = json.writeValueAsBytes(problem);
        response.setStatus(problem.status());
        response.setContentType(JSON);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-store");
        response.setContentLength(bytes.length);
        response.getOutputStream().write(bytes);
    }
}
