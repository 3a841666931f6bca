package io.cairn.web;

/**
 * What a page's controller returns: a record rendered by the template of the same name beside it ({@code goal.web.GoalPage}
 * by {@code goal/web/GoalPage.jte}, with the record as {@code page}), or a {@link Redirect}.
 */
public sealed interface Html permits FullPage, Fragment, Redirect {}
