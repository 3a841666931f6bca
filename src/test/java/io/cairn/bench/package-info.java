/** Measures how long large things take; run by the scripts in {@code bench/}. */
package io.cairn.bench;
