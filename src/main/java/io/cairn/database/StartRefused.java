package io.cairn.database;

/** Cairn cannot start; the message is one sentence that says why and what to do. */
public final class StartRefused extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public StartRefused(String sentence) {
        super(sentence);
    }

    public StartRefused(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /** The first line of what went wrong, to be put into a sentence. */
    static String reason(Throwable cause) {
        var message = cause.getMessage();
        return message == null
                ? cause.getClass().getSimpleName()
                : message.strip().lines().findFirst().orElse("no reason given");
    }
}
