/** OKR: objectives open to all, two to five key results, never tied to pay (frameworks 2.1). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "framework"})
package io.cairn.framework.okr;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
