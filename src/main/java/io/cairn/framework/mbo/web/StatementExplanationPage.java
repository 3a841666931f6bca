package io.cairn.framework.mbo.web;

import io.cairn.kernel.Explained;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.math.BigDecimal;
import java.util.UUID;

/** How a figure of a statement came about; opened in place by its figure, or a page of its own. */
public record StatementExplanationPage(UUID plan, Explained<BigDecimal> explained) implements FullPage {
    @Override
    public String title() {
        return "How this figure was made";
    }

    @Override
    public Section section() {
        return Section.PLANS;
    }
}
