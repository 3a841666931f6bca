package io.cairn.web;

/** A page only tests have; its template is written by hand because templates are made from the main sources. */
record SamplePage(String title, String text) implements FullPage {
    @Override
    public Section section() {
        return Section.OBJECTIVES;
    }

    @Override
    public int status() {
        return text.equals("bad") ? 422 : 200;
    }
}
