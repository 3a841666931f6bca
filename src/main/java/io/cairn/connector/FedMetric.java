package io.cairn.connector;

import io.cairn.metric.Frequency;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A metric as connectors know it.
 *
 * @param mayEnter whether the viewer may enter its values
 * @param current first day of the period that is going on; what lies before is over
 * @param completed first day of the last period that is over
 */
record FedMetric(UUID id, String name, boolean mayEnter, Frequency frequency, LocalDate current, LocalDate completed) {}
