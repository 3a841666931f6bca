@NullMarked
package io.cairn.framework.smart.web;

import org.jspecify.annotations.NullMarked;
