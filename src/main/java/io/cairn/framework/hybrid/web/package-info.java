@NullMarked
package io.cairn.framework.hybrid.web;

import org.jspecify.annotations.NullMarked;
