package io.cairn.template;

import io.cairn.kernel.Viewer;
import java.util.List;

/**
 * Takes the rows of one template back, a bean of the framework's module. It writes through that module's own use cases, so that no
 * rule and no privacy is bypassed; applying the same file twice changes nothing the second time.
 */
public interface TemplateReturn {
    /** {@link TemplateForm#key()}. */
    String template();

    /** What applying would do, one entry for each row of each sheet, in the file's order. Stores nothing. */
    List<RowChange> preview(Viewer viewer, Returned file);

    /**
     * Does it, all or nothing, and says what was done.
     *
     * @throws io.cairn.kernel.ProblemException when a row is refused; then nothing was changed
     */
    List<RowChange> apply(Viewer viewer, Returned file);
}
