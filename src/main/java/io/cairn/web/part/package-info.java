/** The parts pages are built of: tags as templates, and the geometry of the small graphics as plain records. */
@NullMarked
@NamedInterface("part")
package io.cairn.web.part;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
