/** Dashboards and alerts on pages and as JSON. */
@NullMarked
package io.cairn.framework.kpi.web;

import org.jspecify.annotations.NullMarked;
