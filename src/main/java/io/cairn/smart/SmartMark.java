package io.cairn.smart;

/** How a letter came out; shown as an icon, a word and a colour together. */
public enum SmartMark {
    PASS("Yes", "circle-check", "on"),
    PARTIAL("Partly", "alert-triangle", "risk"),
    FAIL("Not yet", "octagon-x", "off"),
    NA("Not asked", "minus", "none");

    private final String word;
    private final String icon;
    private final String tone;

    SmartMark(String word, String icon, String tone) {
        this.word = word;
        this.icon = icon;
        this.tone = tone;
    }

    public String word() {
        return word;
    }

    public String icon() {
        return icon;
    }

    /** The colour's name, as health has it. */
    public String tone() {
        return tone;
    }
}
