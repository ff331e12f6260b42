package dev.almanac.endtoend.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.net.URI;
import java.nio.file.Path;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody's browser with the page open. Whatever its console complains of is kept. */
final class Screen implements AutoCloseable {
    private static final Path PICTURES = Path.of("target", "screenshots");
    /** What browsers log of each answer that is not 2xx, and of a network that is gone: not the page's fault. */
    private static final String NETWORK = "Failed to load resource";

    private final BrowserContext context;
    private final Page page;
    private final URI url;
    private final List<String> complaints = new CopyOnWriteArrayList<>();

    /** @param width and height of the viewport in CSS pixels */
    Screen(Browser browser, URI url, int width, int height, ColorScheme scheme) {
        this.url = url;
        this.context = browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(width, height)
                .setColorScheme(scheme)
                .setLocale("en-GB")
                .setTimezoneId(ZoneId.systemDefault().getId())
                .setDeviceScaleFactor(2));
        this.page = context.newPage();
        page.setDefaultTimeout(20_000);
        page.onConsoleMessage(message -> {
            if (message.type().equals("error") && !message.text().startsWith(NETWORK)) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        // Violations of the content security policy are events of the document.
        page.addInitScript("document.addEventListener('securitypolicyviolation',"
                + " event => console.error('refused by policy: ' + event.violatedDirective + ' ' + event.blockedURI))");
    }

    static Screen desktop(Browser browser, URI url) {
        return new Screen(browser, url, 1280, 800, ColorScheme.LIGHT);
    }

    static Screen phone(Browser browser, URI url) {
        return new Screen(browser, url, 390, 844, ColorScheme.LIGHT);
    }

    /** From the first page through the issuer's form back to the tasks. */
    Screen signIn(String user) {
        page.navigate(url.toString());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sign in"))
                .click();
        page.getByRole(AriaRole.TEXTBOX).fill(user);
        page.keyboard().press("Enter");
        entry().waitFor();
        return this;
    }

    Page page() {
        return page;
    }

    BrowserContext context() {
        return context;
    }

    void press(String... keys) {
        for (String key : keys) {
            page.keyboard().press(key);
        }
    }

    void type(String text) {
        page.keyboard().type(text);
    }

    Locator entry() {
        return page.locator("quick-entry input");
    }

    /** The row of the task with this title. */
    Locator row(String title) {
        return page.locator("task-item").filter(new Locator.FilterOptions().setHasText(title));
    }

    /** The titles as they stand. */
    List<String> titles() {
        return page.locator("task-item .title").allTextContents();
    }

    void picture(String name) {
        page.screenshot(new Page.ScreenshotOptions().setPath(PICTURES.resolve(name + ".png")));
    }

    List<String> complaints() {
        return complaints;
    }

    @Override
    public void close() {
        context.close();
    }
}
