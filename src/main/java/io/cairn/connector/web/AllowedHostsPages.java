package io.cairn.connector.web;

import io.cairn.connector.AllowedHosts;
import io.cairn.kernel.DomainClock;
import io.cairn.kernel.ProblemException;
import io.cairn.kernel.Viewer;
import io.cairn.web.Html;
import io.cairn.web.Redirect;
import java.util.List;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Which private hosts connectors may reach, for administrators. */
@Controller
@RequestMapping("/administration/allowed-hosts")
class AllowedHostsPages {
    private static final String PATH = "/administration/allowed-hosts";
    private final AllowedHosts hosts;
    private final DomainClock clock;

    AllowedHostsPages(AllowedHosts hosts, DomainClock clock) {
        this.hosts = hosts;
        this.clock = clock;
    }

    @GetMapping
    @Transactional(readOnly = true)
    AllowedHostsPage show(Viewer viewer) {
        return new AllowedHostsPage(hosts.all(viewer), "", "", List.of(), clock.getZone());
    }

    @PostMapping
    Html allow(
            Viewer viewer, @RequestParam(defaultValue = "") String host, @RequestParam(defaultValue = "") String note) {
        try {
            hosts.allow(viewer, host, note);
            return Redirect.to(PATH).saying("Connectors may reach it now.");
        } catch (ProblemException wrong) {
            return new AllowedHostsPage(hosts.all(viewer), host, note, wrong.problems(), clock.getZone());
        }
    }

    @PostMapping("/removal")
    Redirect disallow(Viewer viewer, @RequestParam(defaultValue = "") String host) {
        hosts.disallow(viewer, host);
        return Redirect.to(PATH).saying("Connectors cannot reach it any more.");
    }
}
