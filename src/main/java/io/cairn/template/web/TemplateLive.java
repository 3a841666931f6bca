package io.cairn.template.web;

import io.cairn.template.LiveFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The live files a page offers, one by one and all together.
 *
 * @param all that the viewer may take
 * @param files those of the chosen team and period
 */
public record TemplateLive(List<LiveFile> all, List<LiveFile> files, Chosen chosen) {
    private static final int LISTED = 200;

    public boolean isNone() {
        return all.isEmpty();
    }

    /** Whether there is more than one to take at once. */
    public boolean isMany() {
        return all.size() > 1;
    }

    public Map<String, List<LiveFile>> groups() {
        Map<String, List<LiveFile>> groups = new LinkedHashMap<>();
        files.stream()
                .limit(LISTED)
                .forEach(one -> groups.computeIfAbsent(one.group(), group -> new ArrayList<>())
                        .add(one));
        return groups;
    }

    /** Those that are too many for a list to choose from. */
    public int unlisted() {
        return Math.max(0, files.size() - LISTED);
    }

    public Set<LiveFile.Choice> teams() {
        return Chosen.teams(all);
    }

    public Set<LiveFile.Choice> periods() {
        return Chosen.periods(all);
    }

    public boolean isChosen(LiveFile.Choice one) {
        return one.id().equals(chosen.team()) || one.id().equals(chosen.period());
    }

    /** How many files the archive will hold. */
    public String count() {
        return files.size() == 1 ? "1 file" : files.size() + " files";
    }
}
