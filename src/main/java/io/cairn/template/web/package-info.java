/** Templates on pages and as JSON. */
@NullMarked
package io.cairn.template.web;

import org.jspecify.annotations.NullMarked;
