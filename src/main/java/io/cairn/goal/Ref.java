package io.cairn.goal;

import java.util.UUID;

/** Something that is named and linked to. */
public record Ref(UUID id, String name) {}
