/** Web: page shell and renderer, problems as pages and JSON, list queries, merge patches, assets and headers; knows nothing of goals. */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel"})
package io.cairn.web;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
