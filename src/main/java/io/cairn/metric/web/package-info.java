/** Metrics on pages and as JSON. */
@NullMarked
package io.cairn.metric.web;

import org.jspecify.annotations.NullMarked;
