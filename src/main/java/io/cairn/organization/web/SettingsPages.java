package io.cairn.organization.web;

import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Role;
import io.cairn.kernel.Viewer;
import io.cairn.organization.Organizations;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** Where administrators change the organisation's settings. */
@Controller
@RequestMapping("/administration/organisation")
class SettingsPages {
    private final Organizations organizations;

    SettingsPages(Organizations organizations) {
        this.organizations = organizations;
    }

    @ModelAttribute
    void onlyAdministrators(Viewer viewer) {
        if (!viewer.is(Role.ADMIN)) {
            throw GeneralProblem.NOT_ALLOWED.exception();
        }
    }

    @GetMapping
    @Transactional(readOnly = true)
    SettingsPage show() {
        return new SettingsPage(SettingsForm.of(organizations.require()), List.of());
    }

    /** The form again where it is refused; it may be sent once more over what somebody else has changed meanwhile. */
    @PostMapping
    Html change(SettingsForm form) {
        try {
            organizations.edit(form.details(), Typed.version(form.version()));
            return Redirect.to("/administration/organisation").saying("The settings are saved.");
        } catch (ProblemException wrong) {
            return new SettingsPage(form.at(organizations.require().version()), wrong.problems());
        }
    }
}
