package io.cairn.access.web;

import io.cairn.access.Invitations.Holder;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/** Where a one-time link leads: setting a first or a new password. */
public record LinkPage(Holder holder, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return "Set your password";
    }

    @Override
    public Section section() {
        return Section.NONE;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }
}
