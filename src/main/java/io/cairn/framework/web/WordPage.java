package io.cairn.framework.web;

import io.cairn.framework.Frameworks;
import io.cairn.framework.Glossary;
import io.cairn.framework.Portraits;
import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** What one word means; opened in place, or a page of its own. */
public record WordPage(Glossary.Entry entry, Frameworks frameworks) implements FullPage {
    @Override
    public String title() {
        return entry.word();
    }

    @Override
    public Section section() {
        return Section.FRAMEWORKS;
    }

    /** The framework it belongs to; empty for a word that all share. */
    public String framework() {
        return entry.framework().isEmpty()
                ? ""
                : Portraits.of(entry.framework()).name();
    }

    public boolean inCairn() {
        return entry.framework().isEmpty() || frameworks.find(entry.framework()).isPresent();
    }
}
