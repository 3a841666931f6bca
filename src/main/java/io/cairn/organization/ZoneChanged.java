package io.cairn.organization;

import java.time.ZoneId;

/** The organisation's days turn elsewhere from now on, so that today may be another day. */
public record ZoneChanged(ZoneId before, ZoneId after) {}
