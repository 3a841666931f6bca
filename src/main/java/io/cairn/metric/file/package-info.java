/** Values in files: lines of CSV and JSON, workbooks, in long and wide layouts. */
@NullMarked
package io.cairn.metric.file;

import org.jspecify.annotations.NullMarked;
