package io.cairn.web;

import io.cairn.kernel.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems an API controller's use cases answer with, for its description. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    Class<? extends Problem.Kind> value();
}
