package io.cairn.framework.smart;

import io.cairn.kernel.Problem;
import io.cairn.kernel.Texts;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What stands on a worksheet beside the goal itself. */
record SmartSheetText(
        String specific,
        String measurable,
        String achievable,
        String timeBound,
        String obstacles,
        String firstStep,
        @Nullable LocalDate reviewOn) {
    static final SmartSheetText NONE = new SmartSheetText("", "", "", "", "", "", null);
    private static final int LONGEST = 2000;

    /** @throws io.cairn.kernel.ProblemException at each answer that is too long */
    static SmartSheetText of(SmartSheetContent content) {
        Texts texts = new Texts();
        SmartSheetText text = of(content, texts);
        texts.refuseIfAny();
        return text;
    }

    /** What is wrong with the answers, at their fields. */
    static List<Problem> problems(SmartSheetContent content) {
        Texts texts = new Texts();
        of(content, texts);
        return texts.problems();
    }

    private static SmartSheetText of(SmartSheetContent content, Texts texts) {
        return new SmartSheetText(
                texts.optional("specific", content.specific(), LONGEST),
                texts.optional("measurable", content.measurable(), LONGEST),
                texts.optional("achievable", content.achievable(), LONGEST),
                texts.optional("timeBound", content.timeBound(), LONGEST),
                texts.optional("obstacles", content.obstacles(), LONGEST),
                texts.optional("firstStep", content.firstStep(), LONGEST),
                content.reviewOn());
    }
}
