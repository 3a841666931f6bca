@NullMarked
package io.cairn.goal.web;

import org.jspecify.annotations.NullMarked;
