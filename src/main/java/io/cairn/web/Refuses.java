package io.cairn.web;

import io.cairn.kernel.Problem;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The problems the writing methods of an API controller, or one reading method, answer with; for their description. */
@Target({ElementType.TYPE, ElementType.METHOD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Refuses {
    Class<? extends Problem.Kind>[] value();
}
