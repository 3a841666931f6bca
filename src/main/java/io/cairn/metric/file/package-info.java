/** Values in files: lines of CSV and JSON, workbooks, in long and wide layouts. */
@NullMarked
@NamedInterface("file")
package io.cairn.metric.file;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
