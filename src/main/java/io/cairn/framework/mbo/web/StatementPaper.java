package io.cairn.framework.mbo.web;

import io.cairn.framework.mbo.Statement;
import io.cairn.web.Fragment;
import java.time.LocalDate;

/**
 * A statement as a document.
 *
 * @param printed the day it was made
 */
public record StatementPaper(Statement statement, LocalDate printed) implements Fragment {
    public StatementText text() {
        return new StatementText(statement);
    }

    public String title() {
        return "Payout statement, " + text().period();
    }

    public String foot() {
        return "No. " + statement.number() + " · printed on " + StatementText.day(printed);
    }
}
