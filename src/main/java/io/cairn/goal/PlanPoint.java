package io.cairn.goal;

import java.math.BigDecimal;
import java.time.LocalDate;

/** What the value is planned to be on a day, in the measure's unit; between two points the plan runs straight. */
public record PlanPoint(LocalDate on, BigDecimal value) {}
