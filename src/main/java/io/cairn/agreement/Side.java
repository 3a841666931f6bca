package io.cairn.agreement;

/** On whose behalf somebody acts. */
public enum Side {
    FIRST,
    SECOND,
    /** The third consent, where one is asked. */
    APPROVER;

    /** The one across the table; the approver answers to both and has none. */
    Side other() {
        return switch (this) {
            case FIRST -> SECOND;
            case SECOND -> FIRST;
            case APPROVER -> throw new IllegalStateException("An approver makes no offers");
        };
    }
}
