package io.cairn.metric;

/** What becomes of a load with wrong rows. */
public enum OnError {
    /** Nothing is kept. */
    REFUSE,
    /** All other rows are kept. */
    SKIP
}
