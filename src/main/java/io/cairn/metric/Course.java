package io.cairn.metric;

import java.util.List;

/**
 * How a metric has fared lately: what each of its newest periods was, against the target of that period.
 *
 * @param statuses of its final values, newest first, up to the first provisional one and at most twelve
 * @param charted how many values its natural limits can be taken from
 */
public record Course(List<MetricStatus> statuses, int charted) {
    public static final Course NONE = new Course(List.of(), 0);

    /** How many of the newest were this without a break. */
    public int inARow(MetricStatus status) {
        int row = 0;
        while (row < statuses.size() && statuses.get(row) == status) {
            row++;
        }
        return row;
    }
}
