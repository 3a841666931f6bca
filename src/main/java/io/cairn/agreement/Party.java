package io.cairn.agreement;

import java.util.UUID;

/**
 * Who stands on a side now.
 *
 * @param role what they are to the subject, in one small word as a page shows it: employee, manager, HR
 */
public record Party(UUID person, String role) {}
