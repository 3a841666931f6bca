package io.cairn.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;

/** Answers what Tomcat refuses by itself, before any filter: addresses and headers that are no HTTP. */
public final class ContainerErrors extends ErrorReportValve {
    @Override
    protected void report(Request request, Response response, @Nullable Throwable thrown) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
            return;
        }
        var problems = ThrownProblems.ofStatus(status);
        Problem problem = problems.isEmpty() ? GeneralProblem.INTERNAL.problem() : problems.getFirst();
        String path = String.valueOf(request.getRequestURI());
        boolean api = path.startsWith("/api/");
        HeadersFilter.ALWAYS.forEach(response::setHeader);
        response.setContentType(api ? Problems.JSON : "text/html;charset=UTF-8");
        write(api ? json(problem, status) : page(problem), response);
    }

    private static String json(Problem problem, int status) {
        return """
                {"type":"urn:cairn:problem:%s","title":"%s","status":%d,"detail":"%s","code":"%s","errors":[]}""".formatted(
                ProblemJson.slug(problem), ProblemJson.title(status), status, problem.message(), problem.code());
    }

    private static String page(Problem problem) {
        return """
                <!doctype html>
                <html lang="en">
                <head><meta charset="utf-8"><title>Cairn</title></head>
                <body><main><h1>%s</h1><p><a href="/">Home</a></p></main></body>
                </html>
                """.formatted(problem.message());
    }

    private static void write(String text, Response response) {
        try {
            byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
            response.setContentLength(bytes.length);
            response.getOutputStream().write(bytes);
            response.finishResponse();
        } catch (IOException hungUp) {
            throw new UncheckedIOException(hungUp);
        }
    }
}
