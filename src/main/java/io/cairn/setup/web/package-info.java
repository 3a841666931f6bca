@NullMarked
package io.cairn.setup.web;

import org.jspecify.annotations.NullMarked;
