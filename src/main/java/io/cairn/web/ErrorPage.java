package io.cairn.web;

import io.cairn.kernel.Problem;

/**
 * What a person sees instead of a page.
 *
 * @param sentence what happened
 * @param advice what to do now
 */
public record ErrorPage(int status, String code, String title, String sentence, String advice) implements FullPage {

    static ErrorPage of(Problem problem) {
        return new ErrorPage(
                problem.status(), problem.code(), title(problem.status()), problem.message(), advice(problem.status()));
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    private static String title(int status) {
        return switch (status) {
            case 400 -> "That could not be read";
            case 401 -> "Sign in first";
            case 403 -> "Not yours to do";
            case 404 -> "Nothing here";
            case 405, 406, 415 -> "Not possible this way";
            case 409 -> "Somebody was quicker";
            case 413 -> "Too large";
            case 422 -> "That is not valid";
            case 429 -> "Too many attempts";
            case 503 -> "Busy just now";
            default -> status < 500 ? "That did not work" : "Something went wrong";
        };
    }

    private static String advice(int status) {
        return switch (status) {
            case 401 -> "Sign in and open this page again.";
            case 403 -> "Ask its owner or an administrator, or reload the page if it was open for long.";
            case 404 -> "Check the address, or start again from Home.";
            case 409 -> "Go back, reload the page and try again.";
            case 413 -> "Send less at once.";
            case 429, 503 -> "Wait a moment and try again.";
            case 500 -> "Try again; if it happens again, tell your administrator the number above.";
            default -> "Go back and try again, or start again from Home.";
        };
    }
}
