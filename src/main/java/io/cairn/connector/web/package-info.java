/** The pages and the JSON of connectors. */
@NullMarked
package io.cairn.connector.web;

import org.jspecify.annotations.NullMarked;
