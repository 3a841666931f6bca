@NullMarked
package io.cairn.audit.web;

import org.jspecify.annotations.NullMarked;
