@NullMarked
package io.cairn.access.web;

import org.jspecify.annotations.NullMarked;
