package io.cairn.smart;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the check says of one letter.
 *
 * @param why what was found, a sentence
 * @param mend what would make it pass; null where it passes
 * @param warnings what is worth a second look although nothing hangs on it
 */
public record SmartFinding(
        SmartLetter letter,
        SmartMark result,
        String why,
        @Nullable String mend,
        List<String> warnings) {

    public SmartFinding {
        warnings = List.copyOf(warnings);
    }

    static SmartFinding pass(SmartLetter letter, String why) {
        return new SmartFinding(letter, SmartMark.PASS, why, null, List.of());
    }

    static SmartFinding of(SmartLetter letter, SmartMark result, String why, String mend) {
        return new SmartFinding(letter, result, why, mend, List.of());
    }

    SmartFinding warning(List<String> newWarnings) {
        return new SmartFinding(letter, result, why, mend, newWarnings);
    }

    public boolean passes() {
        return result == SmartMark.PASS;
    }
}
