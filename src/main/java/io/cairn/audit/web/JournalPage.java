package io.cairn.audit.web;

import io.cairn.audit.Journal.Search;
import io.cairn.audit.JournalPart;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What has happened, as far as the viewer may know. */
public record JournalPage(Search search, JournalPart entries) implements FullPage {
    private static final Map<String, String> KINDS = kinds();

    @Override
    public String title() {
        return "Journal";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }

    public Map<String, String> choices() {
        return KINDS;
    }

    public boolean chosen(String kind) {
        return kind.equals(search.subjectKind());
    }

    public boolean filtered() {
        return !search.equals(new Search(null, null, null, null, null, null, null, null));
    }

    public static String typed(@Nullable Object value) {
        return value == null ? "" : value.toString();
    }

    private static Map<String, String> kinds() {
        Map<String, String> kinds = new LinkedHashMap<>();
        kinds.put("goal", "Goals");
        kinds.put("measure", "Key results and measures");
        kinds.put("check-in", "Check-ins");
        kinds.put("initiative", "Initiatives");
        kinds.put("link", "Alignment");
        kinds.put("dashboard", "Dashboards");
        kinds.put("cycle", "Cycles");
        kinds.put("person", "People and roles");
        kinds.put("team", "Teams");
        kinds.put("organization", "The organisation");
        kinds.put("account", "Accounts");
        kinds.put("token", "API tokens");
        return kinds;
    }
}
