@NullMarked
package io.cairn.framework.web;

import org.jspecify.annotations.NullMarked;
