package io.cairn.guide;

/**
 * A framework that a row of the tables names.
 *
 * @param framework its key
 * @param why what it does for whom the row describes
 */
public record Pick(String framework, String why) {}
