/** SMART: the checklist for a goal that is written well, and the words it reads by; knows no goals (frameworks 2.4). */
@NullMarked
@ApplicationModule(allowedDependencies = {"kernel", "web :: part"})
package io.cairn.smart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
