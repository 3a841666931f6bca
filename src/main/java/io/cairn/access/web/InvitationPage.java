package io.cairn.access.web;

import io.cairn.web.FullPage;
import io.cairn.web.Section;

/** A one-time link just made, shown this once. */
public record InvitationPage(String name, String email, String address) implements FullPage {
    @Override
    public String title() {
        return "One-time link";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }
}
