/** The pages and the JSON of people and teams. */
@NullMarked
package io.cairn.organization.web;

import org.jspecify.annotations.NullMarked;
