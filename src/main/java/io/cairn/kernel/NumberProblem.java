package io.cairn.kernel;

/** What can be wrong with a number that was typed or sent. */
public enum NumberProblem implements Problem.Kind {
    NOT_A_NUMBER("This is not a number."),
    DECIMAL_COMMA("Decimals are written with a point; a comma only parts groups of three digits."),
    WRONG_UNIT("This is not the unit of this measure."),
    TOO_PRECISE("At most six decimals are kept."),
    OUT_OF_RANGE("Numbers are smaller than 1,000,000,000,000,000.");

    private final String message;

    NumberProblem(String message) {
        this.message = message;
    }

    @Override
    public int status() {
        return 422;
    }

    @Override
    public String message() {
        return message;
    }
}
