package io.cairn.setup.web;

import io.cairn.access.AccessProblem;
import io.cairn.access.Secret;
import io.cairn.access.SessionCookie;
import io.cairn.kernel.ProblemException;
import io.cairn.setup.Beginning;
import io.cairn.setup.SetUp;
import io.cairn.setup.SetUpProblem;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.ZoneId;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;

/** The set-up's page; once it is done it leads home and takes nothing any more. */
@Controller
@RequestMapping("/set-up")
class SetUpPages {
    private final SetUp setUp;

    SetUpPages(SetUp setUp) {
        this.setUp = setUp;
    }

    @GetMapping
    Html show() {
        if (setUp.isDone()) {
            return Redirect.to("/");
        }
        String zone = ZoneId.systemDefault().getId();
        return new SetUpPage(new Beginning("", "", zone, "EUR", "", "", ""), List.of());
    }

    @PostMapping
    Html begin(SetUpForm form, HttpServletRequest request, HttpServletResponse response) {
        if (setUp.isDone()) {
            throw SetUpProblem.ALREADY_SET_UP.exception();
        }
        try {
            if (!form.repeated()) {
                throw AccessProblem.PASSWORDS_DIFFER.at("again").exception();
            }
            Secret session = setUp.begin(form.beginning(), SessionCookie.device(request));
            SessionCookie.write(session, request, response);
            return Redirect.to("/administration/frameworks?first=yes").saying("Cairn is set up.");
        } catch (ProblemException refused) {
            return new SetUpPage(form.beginning(), refused.problems());
        }
    }
}
