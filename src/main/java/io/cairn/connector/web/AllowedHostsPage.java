package io.cairn.connector.web;

import io.cairn.connector.AllowedHosts.AllowedHost;
import io.cairn.kernel.Problem;
import io.cairn.web.FullPage;
import io.cairn.web.Section;
import java.time.ZoneId;
import java.util.List;

/** The private hosts that connectors may reach. */
public record AllowedHostsPage(List<AllowedHost> hosts, String host, String note, List<Problem> problems, ZoneId zone)
        implements FullPage {
    @Override
    public String title() {
        return "Allowed hosts";
    }

    @Override
    public Section section() {
        return Section.ADMINISTRATION;
    }

    @Override
    public int status() {
        return problems.isEmpty() ? 200 : problems.getFirst().status();
    }

    public String added(AllowedHost allowed) {
        return Moments.of(allowed.addedAt(), zone);
    }
}
