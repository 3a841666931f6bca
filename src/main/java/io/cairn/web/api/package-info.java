/** The JSON API described: the OpenAPI document made complete, and a page that shows it. */
@NullMarked
package io.cairn.web.api;

import org.jspecify.annotations.NullMarked;
