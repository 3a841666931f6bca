package io.cairn.guide.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.framework.RightFramework;
import io.cairn.framework.RightFramework.Proposal;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Needed;
import io.cairn.kernel.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Which framework fits, as JSON. */
@RestController
@RequestMapping("/api/v1/framework-proposals")
class FrameworkProposalApi {

    /**
     * What is asked before a goal is written.
     *
     * @param keepsSteady whether something that is fine should stay as it is; it should change when nothing is said
     */
    record Answers(
            @Needed @Nullable Boolean onePersonAccountable,
            @Needed @Nullable Boolean linkedToPay,
            @Needed @Nullable Boolean severalTeams,
            @Nullable Boolean keepsSteady) {}

    /** What fits, the first to begin with. */
    record Proposals(List<Proposal> proposals) {}

    /** Proposes OKR, KPI, MBO or a combination for what you want to set, with the reasons. Nothing is stored. */
    @PostMapping
    Proposals propose(@RequestBody Answers answers) {
        Texts texts = new Texts();
        boolean person = needed(texts, "onePersonAccountable", answers.onePersonAccountable());
        boolean pay = needed(texts, "linkedToPay", answers.linkedToPay());
        boolean teams = needed(texts, "severalTeams", answers.severalTeams());
        texts.refuseIfAny();
        boolean steady = answers.keepsSteady() != null && answers.keepsSteady();
        return new Proposals(RightFramework.of(new GoalAnswers(person, pay, teams, steady)));
    }

    private static boolean needed(Texts texts, String field, @Nullable Boolean answer) {
        if (answer == null) {
            texts.add(GeneralProblem.REQUIRED.at(field));
        }
        return answer != null && answer;
    }
}
