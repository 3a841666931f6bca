package io.cairn.guide.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.goal.GoalEditing;
import io.cairn.goal.GoalEditing.OwnerTeam;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.CookieValue;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Asks once what is to be set, proposes what fits, and leads to its editor; who does not want to be asked goes on at once. */
@Controller
class NewGoalPages {
    private static final String COOKIE = "ask-framework";
    private static final String NO = "no";

    private final GoalEditing editing;

    NewGoalPages(GoalEditing editing) {
        this.editing = editing;
    }

    /** @param ask named where somebody wants the question although they had switched it off */
    @GetMapping("/goals/new")
    @Transactional(readOnly = true)
    Html ask(
            Viewer viewer,
            NewGoalForm form,
            @RequestParam(required = false) @Nullable String answers,
            @RequestParam(required = false) @Nullable String ask,
            @CookieValue(name = COOKIE, required = false) @Nullable String wish) {
        GoalAnswers said = GoalAnswers.read(answers);
        boolean asks = !NO.equals(wish);
        boolean writes = editing.teams(viewer).stream().anyMatch(OwnerTeam::writable);
        if (!asks && writes && viewer.uses("okr") && said == null && ask == null) {
            return Redirect.to(address("/objectives/new", form, null));
        }
        NewGoalForm shown = NewGoalForm.of(form.title(), said, form.cycle(), form.team());
        return new NewGoalPage(shown, said, List.of(), writes, asks, viewer);
    }

    /** @param quiet whether the question is not to come up again */
    @PostMapping("/goals/new")
    Html propose(
            Viewer viewer,
            NewGoalForm form,
            @RequestParam(defaultValue = "false") boolean quiet,
            HttpServletRequest request,
            HttpServletResponse response) {
        try {
            GoalAnswers said = form.answers();
            response.addHeader(HttpHeaders.SET_COOKIE, wish(quiet, request.isSecure()));
            return Redirect.to(address("/goals/new", form, said));
        } catch (ProblemException refused) {
            return new NewGoalPage(form, null, refused.problems(), true, !quiet, viewer);
        }
    }

    private static String wish(boolean quiet, boolean secure) {
        return ResponseCookie.from(COOKIE, quiet ? NO : "")
                .path("/")
                .maxAge(quiet ? Duration.ofDays(365) : Duration.ZERO)
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .build()
                .toString();
    }

    private static String address(String path, NewGoalForm form, @Nullable GoalAnswers said) {
        Map<String, @Nullable String> parts = new LinkedHashMap<>();
        parts.put("title", form.title());
        parts.put("answers", said == null ? null : said.code());
        parts.put("cycle", form.cycle());
        parts.put("team", form.team());
        parts.values().removeIf(value -> value == null || value.isBlank());
        UriComponentsBuilder url = UriComponentsBuilder.fromPath(path);
        parts.keySet().forEach(name -> url.queryParam(name, "{" + name + "}"));
        return url.encode().buildAndExpand(parts).toUriString();
    }
}
