/** Guide: which frameworks fit a company, and which one fits what somebody wants to set (frameworks 2.3, 4). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web", "web :: part", "access", "framework", "goal"})
package io.cairn.guide;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
