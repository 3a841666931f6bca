/** Filled templates that come back: files read with care, compared with what is there, shown, and applied row by row. */
@NullMarked
package io.cairn.template.reading;

import org.jspecify.annotations.NullMarked;
