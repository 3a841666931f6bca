/** Cairn: one store for every kind of goal, with each framework's own rules kept by the system itself. */
@org.jspecify.annotations.NullMarked
package io.cairn;
