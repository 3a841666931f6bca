package io.cairn.testing;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.cairn.kernel.Viewer;
import java.nio.file.Path;
import java.util.Locale;

/** A window of a real Chromium; what it shows is left in {@code target/looks} to be looked at. */
public final class Window implements AutoCloseable {
    private static final Path PICTURES = Path.of("target/looks");

    private final int port;
    private BrowserContext context;
    private Page page;
    private String look = "";

    private Window(int port) {
        this.port = port;
    }

    public static Window open(int port) {
        return new Window(port);
    }

    public Page signedIn(Viewer viewer, String path, ColorScheme scheme, int width) {
        close();
        look = scheme.name().toLowerCase(Locale.ROOT) + "-" + width;
        context = Chromium.context(new NewContextOptions()
                .setBaseURL("http://127.0.0.1:" + port)
                .setColorScheme(scheme)
                .setViewportSize(width, 900));
        context.addInitScript("window.violations = []; addEventListener('securitypolicyviolation',"
                + " event => window.violations.push(event.violatedDirective + ' ' + event.blockedURI));");
        page = context.newPage();
        page.navigate(
                "/sign-in?next=" + path.replace("?", "%3F").replace("&", "%26").replace("=", "%3D"));
        page.locator("input[name=email]").fill(viewer.email());
        page.locator("input[name=password]").fill(ThirdQuarter.PASSWORD);
        page.locator("input[name=password]").press("Enter");
        page.waitForURL("**" + path);
        return page;
    }

    public void picture(String name) {
        page.screenshot(
                new ScreenshotOptions().setFullPage(true).setPath(PICTURES.resolve(name + "-" + look + ".png")));
    }

    @Override
    public void close() {
        if (context != null) {
            context.close();
        }
    }
}
