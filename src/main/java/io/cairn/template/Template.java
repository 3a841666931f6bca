package io.cairn.template;

import io.cairn.kernel.Viewer;
import java.util.List;

/** A template of one framework, a bean of that framework's module. How its rows come back is its {@link TemplateReturn}. */
public interface Template {
    TemplateForm form();

    /** The seeds' own story (frameworks 6), the same for everybody and without ids. */
    Filled sample();

    /** Which live files this viewer may ask for, by what they may read; none where there is nothing. */
    List<LiveFile> liveFiles(Viewer viewer);

    /**
     * What is there now, as far as this viewer may read it.
     *
     * @param subject the {@link LiveFile#subject()} of one that was offered
     * @throws io.cairn.kernel.ProblemException NOT_FOUND when the viewer sees no such thing
     */
    Filled live(Viewer viewer, String subject);

    /** The same for a page, which has no lists to choose from. */
    default Filled shown(Viewer viewer, String subject) {
        return live(viewer, subject);
    }

    /**
     * Several at once, in the order in which they are asked for. A template with many files reads them together, and leaves out
     * what is no longer there.
     *
     * @throws io.cairn.kernel.ProblemException NOT_FOUND where one is not there and the template reads one by one
     */
    default List<Filled> live(Viewer viewer, List<String> subjects) {
        return subjects.stream().map(subject -> live(viewer, subject)).toList();
    }

    /** Somebody took live files away; what is not for everybody is told to the journal, each by itself. */
    default void taken(Viewer viewer, List<String> subjects) {}

    /** Names to choose from in columns that refer to something, for a blank file; none where anybody may type anything. */
    default Filled blank(Viewer viewer) {
        return Filled.blank(form());
    }
}
