package io.cairn.kernel;

import java.util.UUID;

/** A person as others mention them. */
public record PersonRef(UUID id, String name) {}
