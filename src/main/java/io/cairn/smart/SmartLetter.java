package io.cairn.smart;

/** The five letters in their order. Source: frameworks 2.4, in the words of the first seed that names them. */
public enum SmartLetter {
    SPECIFIC("S", "Specific", "Who does what, where, within which limits?"),
    MEASURABLE("M", "Measurable", "How much or how many? How will everybody know?"),
    ACHIEVABLE("A", "Achievable", "Can it be done with the means there are?"),
    RELEVANT("R", "Relevant", "Is it worth it, at the right time, for the right person?"),
    TIME_BOUND("T", "Time-bound", "By when?");

    private final String letter;
    private final String label;
    private final String question;

    SmartLetter(String letter, String label, String question) {
        this.letter = letter;
        this.label = label;
        this.question = question;
    }

    public String letter() {
        return letter;
    }

    public String label() {
        return label;
    }

    public String question() {
        return question;
    }
}
