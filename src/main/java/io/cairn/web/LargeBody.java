package io.cairn.web;

import io.cairn.kernel.Problem;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An address that takes more than 1 MB, from those who are signed in.
 *
 * @param path the whole address, as controllers have it; {@code *} stands for one part of it
 * @param most the largest body in bytes
 * @param file whether it is a form with the field {@code file}; a page's is at the form's own address
 */
public record LargeBody(String path, long most, boolean file) {
    /** The largest file in bytes: that of {@code spring.servlet.multipart.max-file-size}. */
    public static final int LARGEST_FILE = 20 * 1024 * 1024;

    private static final int AROUND_THE_FILE = 64 * 1024;

    /** A form with a file. */
    public static LargeBody file(String path) {
        return new LargeBody(path, LARGEST_FILE + AROUND_THE_FILE, true);
    }

    /** Any amount, read as it comes. */
    public static LargeBody stream(String path) {
        return new LargeBody(path, Long.MAX_VALUE, false);
    }

    /** What the page of a form says that was sent here again by {@link Problems}; nothing for other words. */
    public static List<Problem> said(@Nullable String problem) {
        return WebProblem.FILE_TOO_LARGE.name().equals(problem) ? List.of(tooLarge()) : List.of();
    }

    static Problem tooLarge() {
        return WebProblem.FILE_TOO_LARGE.at("file");
    }

    boolean covers(HttpServletRequest request) {
        return request.getMethod().equals("POST") && fits(request.getRequestURI());
    }

    private boolean fits(String address) {
        int star = path.indexOf('*');
        if (star < 0) {
            return address.equals(path);
        }
        String before = path.substring(0, star);
        String after = path.substring(star + 1);
        return address.length() > path.length() - 1
                && address.startsWith(before)
                && address.endsWith(after)
                && address.indexOf('/', star) == address.length() - after.length();
    }
}
