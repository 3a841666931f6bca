package io.cairn.framework.hybrid.web;

import io.cairn.web.Fragment;

/** @param said whether there is anything to say */
public record SilentMetric(boolean said) implements Fragment {}
