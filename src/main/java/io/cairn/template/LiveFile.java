package io.cairn.template;

/**
 * A live file on offer.
 *
 * @param subject what it is filled with, an id or ids joined by a colon: part of the address and kept in the file
 * @param group above which it stands in the list ("My plans", "Q3 2026")
 */
public record LiveFile(String subject, String group, String label) {}
