package io.cairn.connector;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A metric as connectors know it.
 *
 * @param mayEnter whether the viewer may enter its values
 * @param current a day of the period that is going on
 * @param currentStart its first day; what lies before is over
 * @param completed a day of the last period that is over
 */
record FedMetric(UUID id, String name, boolean mayEnter, LocalDate current, LocalDate currentStart, LocalDate completed) {}
