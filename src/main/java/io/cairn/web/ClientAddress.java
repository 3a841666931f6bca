package io.cairn.web;

import jakarta.servlet.http.HttpServletRequest;

/** Where a request really comes from: the caller's address, seen through the proxies we trust. */
public final class ClientAddress {
    private ClientAddress() {}

    public static String of(HttpServletRequest request) {
        return request.getRemoteAddr();
    }
}
