package io.cairn.guide.web;

import io.cairn.framework.GoalAnswers;
import io.cairn.kernel.GeneralProblem;
import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What was typed and ticked before a goal is written; an answer is {@code yes}, {@code no} or nothing yet.
 *
 * @param person one person accountable?
 * @param cycle as the page that led here named it; goes on to the objective's editor
 * @param team likewise
 */
public record NewGoalForm(
        @Nullable String title,
        @Nullable String person,
        @Nullable String pay,
        @Nullable String teams,
        @Nullable String steady,
        @Nullable String cycle,
        @Nullable String team) {
    private static final int LONGEST_TITLE = 200;
    private static final String YES = "yes";

    static NewGoalForm of(
            @Nullable String title, @Nullable GoalAnswers answers, @Nullable String cycle, @Nullable String team) {
        return answers == null
                ? new NewGoalForm(title, null, null, null, null, cycle, team)
                : new NewGoalForm(
                        title,
                        word(answers.onePersonAccountable()),
                        word(answers.linkedToPay()),
                        word(answers.severalTeams()),
                        word(answers.keepsSteady()),
                        cycle,
                        team);
    }

    private static String word(boolean yes) {
        return yes ? YES : "no";
    }

    /** @throws io.cairn.kernel.ProblemException REQUIRED at each question without an answer, INVALID at a long title */
    GoalAnswers answers() {
        Texts texts = new Texts();
        texts.optional("title", title, LONGEST_TITLE);
        GoalAnswers answers = new GoalAnswers(
                yes("person", person, texts),
                yes("pay", pay, texts),
                yes("teams", teams, texts),
                yes("steady", steady, texts));
        texts.refuseIfAny();
        return answers;
    }

    private static boolean yes(String field, @Nullable String answer, Texts texts) {
        if (!YES.equals(answer) && !"no".equals(answer)) {
            texts.add(GeneralProblem.REQUIRED.saying("Choose yes or no.").at(field));
        }
        return YES.equals(answer);
    }

    /** The questions in their order. */
    List<Question> questions() {
        return List.of(
                new Question(
                        "person",
                        "Is one person accountable for the result?",
                        "Others may help; one answers for it.",
                        person),
                new Question("pay", "Is it linked to pay?", "A bonus or another incentive depends on it.", pay),
                new Question(
                        "teams", "Does it need several functions or teams?", "No team can reach it on its own.", teams),
                new Question(
                        "steady",
                        "Is it about keeping something steady?",
                        "It is fine as it is and should stay so, without an end.",
                        steady));
    }

    /** One question. */
    public record Question(
            String name,
            String words,
            String help,
            @Nullable String answer) {
        public boolean is(String word) {
            return word.equals(answer);
        }

        public boolean isWrong(List<Problem> problems) {
            return problems.stream().anyMatch(problem -> name.equals(problem.field()));
        }
    }
}
