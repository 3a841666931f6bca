/** Templates as files: Excel, Google Sheets, Notion and Word. */
@NullMarked
package io.cairn.template.writing;

import org.jspecify.annotations.NullMarked;
