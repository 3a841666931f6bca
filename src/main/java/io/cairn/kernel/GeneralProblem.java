package io.cairn.kernel;

/** What can go wrong anywhere. */
public enum GeneralProblem implements Problem.Kind {
    UNREADABLE(400, "The request could not be read."),
    NOT_SIGNED_IN(401, "Sign in first, or send a valid token."),
    NOT_ALLOWED(403, "You may see this but not change it."),
    NOT_FOUND(404, "There is nothing here that you may see."),
    METHOD_NOT_ALLOWED(405, "That is not something that can be done here."),
    STALE_VERSION(409, "Somebody changed this while you were working on it."),
    BODY_TOO_LARGE(413, "The request is larger than 1 MB."),
    UNSUPPORTED_MEDIA_TYPE(415, "Send JSON."),
    INVALID(422, "This is not a valid value."),
    REQUIRED(422, "This is needed."),
    UNKNOWN_FIELD(422, "There is no such field."),
    UNKNOWN_FILTER(422, "There is no such filter."),
    INVALID_CURSOR(422, "This cursor is not one we gave."),
    INVALID_LIMIT(422, "The limit is a whole number from 1 to 200."),
    TOO_MANY_ATTEMPTS(429, "Too many attempts; wait a moment."),
    INTERNAL(500, "Something went wrong on our side; it has been noted.");

    private final int status;
    private final String message;

    GeneralProblem(int status, String message) {
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
