/** The pages and the JSON of cycles. */
@NullMarked
package io.cairn.cycle.web;

import org.jspecify.annotations.NullMarked;
