package io.cairn.template.web;

import io.cairn.kernel.Problem;
import io.cairn.template.SheetForm;
import io.cairn.template.TemplateForm;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.List;

/**
 * Where a filled template is sent.
 *
 * @param taken whether files of this template come back at all
 */
public record ReturnPage(TemplateForm form, boolean taken, List<Problem> problems) implements FullPage {
    @Override
    public String title() {
        return "Send back · " + form.title();
    }

    @Override
    public Section section() {
        return Section.TEMPLATES;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String path() {
        return "/templates/" + form.key() + "/return";
    }

    public List<SheetForm> sheets() {
        return form.sheets().stream().filter(SheetForm::returns).toList();
    }
}
