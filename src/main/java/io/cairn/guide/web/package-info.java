@NullMarked
package io.cairn.guide.web;

import org.jspecify.annotations.NullMarked;
