package io.cairn.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * An address that takes more than 1 MB, from those who are signed in.
 *
 * @param path the whole address, as controllers have it; {@code *} stands for one part of it
 * @param most the largest body in bytes
 */
public record LargeBody(String path, long most) {
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
