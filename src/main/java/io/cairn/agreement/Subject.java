package io.cairn.agreement;

import java.util.UUID;

/**
 * What is agreed on, by its owner's word and id.
 *
 * @param kind small letters and hyphens, such as {@code plan}; also the subject's kind in the journal
 */
public record Subject(String kind, UUID id) {}
