package io.cairn.metric;

/** How sure a value is. A final value that was changed afterwards is corrected. */
public enum MeasurementStatus {
    PROVISIONAL("Provisional"),
    FINAL("Final"),
    CORRECTED("Corrected");

    private final String label;

    MeasurementStatus(String label) {
        this.label = label;
    }

    public String label() {
        return label;
    }
}
