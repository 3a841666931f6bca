package io.cairn.access;

import io.cairn.kernel.Problem;

/** What can go wrong when signing in and with passwords and tokens. */
public enum AccessProblem implements Problem.Kind {
    WRONG_CREDENTIALS(401, "This e-mail and password do not belong together."),
    PASSWORD_TOO_SHORT(422, "Use at least 10 characters."),
    PASSWORD_TOO_LONG(422, "Use at most 72 bytes, about 70 characters."),
    PASSWORD_IS_EMAIL(422, "Do not use your e-mail address or name as the password."),
    PASSWORD_COMMON(422, "This password is among the first that anybody would try. Choose another."),
    PASSWORDS_DIFFER(422, "The two passwords differ."),
    PASSWORD_WRONG(422, "This is not your current password."),
    FORM_EXPIRED(
            403, "This form was not sent from a page of ours, or the page is too old. Reload it and send it again."),
    LINK_EXPIRED(404, "This link has been used or is older than a day. Ask an administrator for a new one."),
    ACCOUNT_CLOSED(409, "This person has left and can no longer sign in."),
    TOKEN_LIFETIME(422, "A token lives from 1 to 365 days.");

    private final int status;
    private final String message;

    AccessProblem(int status, String message) {
        this.status = status;
        this.message = message;
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
