package io.cairn.template;

import io.cairn.kernel.Viewer;
import java.util.List;
import java.util.UUID;

/**
 * Takes the rows of one template back, a bean of the framework's module. It writes through that module's own use cases, so that no
 * rule and no privacy is bypassed; applying the same file twice changes nothing the second time.
 */
public interface TemplateReturn {
    /** {@link TemplateForm#key()}. */
    String template();

    /**
     * What applying would do, one entry for each row of each sheet, in the file's order. Stores nothing, and takes as many
     * statements for many rows as for few, as far as the module's rules can be asked so.
     */
    List<RowChange> preview(Viewer viewer, Returned file);

    /**
     * Which rows only hold together, as an objective and its key results: rows with the same name are applied together, all or
     * none of them. The names mean nothing else.
     */
    String part(Returned.Sheet sheet, Returned.Row row);

    /**
     * How many parts are applied in one go where nothing keeps them from it; where something does, each stands or falls alone
     * all the same.
     */
    default int atOnce() {
        return 1;
    }

    /**
     * Does what the preview of the same rows said, all or nothing, within the transaction that is going on.
     *
     * @param part the rows of one part or of several, and beside them rows that are only there to be understood ({@link Returned.Row#isApplied})
     * @return each row with the id and version it stands for now
     * @throws io.cairn.kernel.ProblemException when anything is refused, also where things changed since the file was made
     */
    List<Kept> apply(Viewer viewer, Returned part);

    /** What a row became. */
    record Kept(String sheet, int row, UUID id, int version) {}
}
