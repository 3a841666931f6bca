package io.cairn.metric;

/**
 * One period of a series in its newest revision.
 *
 * @param note what somebody said about it; empty when nobody has
 */
public record Point(Measured measured, MeasurementStatus status, int revision, String note) {
    boolean noted() {
        return !note.isBlank();
    }

    public Period period() {
        return measured.period();
    }

    public boolean isFinal() {
        return status != MeasurementStatus.PROVISIONAL;
    }
}
