package io.cairn.web;

/** What text may hold: anything people type, but no control characters except tab and line ends, and no broken characters. */
public final class PlainText {
    private PlainText() {}

    public static boolean isClean(String text) {
        return text.codePoints().noneMatch(PlainText::isForbidden);
    }

    private static boolean isForbidden(int character) {
        if (character == '\t' || character == '\n' || character == '\r') {
            return false;
        }
        return Character.isISOControl(character)
                || Character.getType(character) == Character.SURROGATE
                || (character & 0xFFFE) == 0xFFFE;
    }
}
