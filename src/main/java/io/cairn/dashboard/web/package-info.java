@NullMarked
package io.cairn.dashboard.web;

import org.jspecify.annotations.NullMarked;
