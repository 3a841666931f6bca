package io.cairn.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** People at their windows of a real Chromium; closing them fails when a page has complained. */
public final class Visitors implements AutoCloseable {
    /** A refusal is an answer; only what is missing or broken is a complaint. */
    private static final Pattern REFUSED = Pattern.compile(
            "(Failed to load resource: .* status of|Response Status Error Code) (401|403|404|409|422).*");

    private static final String TELL_VIOLATIONS = """
            addEventListener("securitypolicyviolation", event =>
                console.error("securitypolicyviolation", event.violatedDirective, event.blockedURI, event.sample));
            """;

    private final int port;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    public Visitors(int port) {
        this.port = port;
    }

    /** Somebody who has not signed in. */
    public Page stranger() {
        return stranger(new NewContextOptions().setViewportSize(1440, 900));
    }

    public Page stranger(NewContextOptions options) {
        BrowserContext context = Chromium.context(options.setBaseURL("http://127.0.0.1:" + port));
        contexts.add(context);
        context.addInitScript(TELL_VIOLATIONS);
        context.onConsoleMessage(this::hear);
        context.onWebError(error -> complaints.add(error.page().url() + ": " + error.error()));
        context.setDefaultTimeout(10_000);
        return context.newPage();
    }

    /** The demo's person of this name, signed in with one click. */
    public Page as(String name) {
        return as(name, new NewContextOptions().setViewportSize(1440, 900));
    }

    public Page as(String name, NewContextOptions options) {
        Page page = stranger(options);
        page.navigate("/sign-in");
        pick(page, name);
        page.waitForURL("**/");
        return page;
    }

    /** One click on the demo's page of people. */
    public static void pick(Page page, String name) {
        page.locator(".pick button")
                .filter(new Locator.FilterOptions()
                        .setHas(page.getByText(name, new Page.GetByTextOptions().setExact(true))))
                .click();
    }

    /** What pages have complained of since this was last asked. */
    public List<String> complaints() {
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
        contexts.clear();
        assertThat(complaints()).isEmpty();
    }

    private void hear(ConsoleMessage message) {
        if (message.type().equals("error") && !REFUSED.matcher(message.text()).matches()) {
            complaints.add(message.page().url() + ": " + message.text());
        }
    }
}
