package io.cairn.web.part;

import java.math.BigDecimal;
import java.time.LocalDate;

/** A value on a day, as charts draw it. */
public record Point(LocalDate day, BigDecimal value) {}
