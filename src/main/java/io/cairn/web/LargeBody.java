package io.cairn.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * An address that takes more than 1 MB, from those who are signed in.
 *
 * @param path the whole address, as controllers have it
 * @param most the largest body in bytes
 */
public record LargeBody(String path, long most) {
    boolean covers(HttpServletRequest request) {
        return request.getMethod().equals("POST") && request.getRequestURI().equals(path);
    }
}
