package io.cairn.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The filters a list knows besides {@code limit} and {@code cursor}; any other is refused. */
@Target(ElementType.PARAMETER)
@Retention(RetentionPolicy.RUNTIME)
public @interface Filters {
    String[] value();

    /** Those of them that may be given several times, to match any of the values. */
    String[] several() default {};
}
