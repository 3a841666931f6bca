/** Whole journeys of people through the running program, in a real browser. */
@org.jspecify.annotations.NullMarked
package io.cairn.journey;
