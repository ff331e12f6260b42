package dev.almanac.endtoend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import dev.almanac.endtoend.client.Workspace;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** The page by keyboard, on two screens at once. Whatever the console complains of fails the test. */
@OnTheRunningSystem
@Order(30)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PageTest {
    private static final String USER = "grace";

    private final RunningSystem system;
    private final Chromium chromium = Chromium.start();
    private final Screen desk;
    private final Screen phone;

    PageTest(RunningSystem system) {
        this.system = system;
        this.desk = Screen.desktop(chromium.browser(), system.url());
        this.phone = Screen.phone(chromium.browser(), system.url());
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @BeforeAll
    void signInOnBothScreens() {
        desk.signIn(USER);
        phone.signIn(USER);
    }

    @BeforeEach
    void goToTheInbox() {
        desk.page()
                .locator("side-bar")
                .getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("Inbox"))
                .click();
        assertThat(desk.entry()).isVisible();
    }

    @AfterEach
    void nobodyComplained(TestInfo test) {
        String name = test.getTestMethod().orElseThrow().getName();
        desk.picture("page-" + name);
        phone.picture("page-" + name + "-phone");
        desk.press("Escape", "Escape");
        assertThat(desk.complaints()).isEmpty();
        assertThat(phone.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aTaskAddedByKeyboardIsOnTheOtherScreenAtOnce() {
        add("Grind the lens");
        assertThat(phone.row("Grind the lens")).isVisible();
        assertThat(desk.entry()).isFocused();
        assertThat(desk.entry()).hasValue("");
    }

    @Test
    void aTaskIsEditedAndCompletedByKeyboard() {
        add("Wipe the lense");
        desk.press("Escape", "e");
        Locator title = desk.page().getByRole(AriaRole.TEXTBOX, new Page.GetByRoleOptions().setName("Title"));
        title.fill("Wipe the lens");
        title.press("Enter");
        assertThat(phone.row("Wipe the lens")).isVisible();
        assertThat(desk.row("Wipe the lense")).hasCount(0);

        desk.press("Escape", "1", "x");
        assertThat(phone.row("Wipe the lens")).hasCount(0);
        assertThat(toast("Wipe the lens")).isVisible();
        desk.press("z");
        assertThat(phone.row("Wipe the lens")).isVisible();
        assertThat(phone.row("Wipe the lens")).containsText("Urgent");
    }

    @Test
    void aReminderIsChosenToldOfAndAnsweredOnEitherScreen() {
        add("Water the orchids");
        desk.press("Escape", "e");
        Locator reminders = desk.page().locator("reminder-field");
        reminders.getByLabel("Add a reminder").selectOption("At a date and time…");
        reminders.getByLabel("Remind me at").fill("2040-05-01T09:00");
        reminders.getByLabel("Remind me at").press("Enter");
        assertThat(reminders.getByRole(AriaRole.LISTITEM)).containsText("Tue 1 May 2040");
        assertThat(phone.row("Water the orchids").getByText("with a reminder")).hasCount(1);

        Workspace own = system.client(USER).personal();
        String task = own.tasks(own.seq()).stream()
                .filter(it -> it.get("title").asString().equals("Water the orchids"))
                .map(it -> it.get("id").asString())
                .findFirst()
                .orElseThrow();
        own.patch(
                        "/tasks/" + task,
                        "{\"reminders\":[{\"at\":\"2026-01-01T12:00:00Z\"},{\"at\":\"2040-05-01T07:00:00Z\"}]}")
                .expect(200);
        assertThat(notice(desk)).containsText("Water the orchids");
        assertThat(notice(phone)).containsText("Late: it was for Thu 1 Jan");
        assertThat(reminders.getByText("Told late, just now")).isVisible();
        desk.picture("page-reminder-notice");

        notice(phone).getByText("1 hour").click();
        assertThat(notice(desk)).hasCount(0);
        assertThat(reminders.getByText("Told late")).hasCount(0);
        reminders.getByLabel("Remove reminder: Thu 1 Jan").click();
        assertThat(reminders.getByRole(AriaRole.LISTITEM)).hasCount(1);
    }

    private static Locator notice(Screen screen) {
        return screen.page().locator("reminder-notices").getByRole(AriaRole.LISTITEM);
    }

    @Test
    void whatALineMeansIsShownWhileOneTypes() {
        desk.press("Escape", "q");
        desk.type("Polish the mirror every other Sunday 6pm !high #optics remind 30m before");
        assertThat(desk.page().locator("quick-entry mark"))
                .hasText(new String[] {"every other Sunday", "6pm", "!high", "#optics", "remind 30m before"});
        assertThat(desk.page().locator("quick-entry .understood")).containsText("High");
        desk.picture("quick-add");

        desk.press("Enter");
        assertThat(desk.page().locator("quick-entry mark")).hasCount(0);
        assertThat(phone.row("Polish the mirror")).containsText("optics");
        assertThat(phone.titles()).contains("Polish the mirror");
        Workspace own = system.client(USER).personal();
        JsonNode task = own.tasks(own.seq()).stream()
                .filter(it -> it.get("title").asString().equals("Polish the mirror"))
                .findFirst()
                .orElseThrow();
        assertThat(task.get("recurrence").get("rule").asString()).isEqualTo("FREQ=WEEKLY;INTERVAL=2;BYDAY=SU");
        assertThat(task.get("reminders").get(0).get("offset").asString()).isEqualTo("-PT30M");
    }

    @Test
    void tasksAreReorderedByKeyboard() {
        add("Order one");
        add("Order two");
        desk.press("Escape", "Alt+ArrowUp");
        assertThat(desk.page().locator("task-item .title").filter(ordered()))
                .hasText(new String[] {"Order two", "Order one"});
        assertThat(phone.page().locator("task-item .title").filter(ordered()))
                .hasText(new String[] {"Order two", "Order one"});
    }

    @Test
    void whatIsDoneOfflineIsSentLater() {
        add("Before the tunnel");
        desk.context().setOffline(true);
        Locator banner = desk.page().locator("status-banner .banner");
        assertThat(banner).containsText("You are offline");
        add("In the tunnel");
        desk.press("Escape", "2");
        assertThat(banner).containsText(Pattern.compile("changes? (is|are) kept"));
        desk.picture("page-offline");
        assertThat(phone.row("In the tunnel")).hasCount(0);

        desk.context().setOffline(false);
        assertThat(phone.row("In the tunnel")).containsText("High");
        assertThat(banner).hasCount(0);
        Workspace own = system.client(USER).personal();
        assertThat(own.tasks(own.seq()).stream().map(task -> task.get("title").asString()))
                .containsOnlyOnce("In the tunnel");
    }

    @Test
    void whatIsLookedForIsFoundAsOneTypes() {
        add("Rinse the eyepiece");
        add("Rinse the finder");
        desk.press("Escape", "/");
        Locator words = desk.page().getByLabel("Words");
        Locator filter = desk.page().locator("search-view").getByLabel("Filter");
        words.fill("risne");
        assertThat(desk.page().locator("task-item .title")).hasCount(2);
        words.fill("eyep");
        assertThat(desk.page().locator("task-item mark")).hasText(new String[] {"eyepiece"});
        desk.picture("page-search");

        filter.fill("priority >= huge");
        assertThat(desk.page().locator(".problem mark")).hasText("huge");
        assertThat(desk.page().locator(".problem")).containsText("urgent");
        desk.picture("page-search-problem");

        filter.fill("priority = urgent");
        assertThat(desk.page().getByText("Nothing found.")).isVisible();
        phone.row("Rinse the eyepiece").locator(".row-title").click();
        phone.page().locator("task-detail").getByLabel("Priority").selectOption("urgent");
        assertThat(desk.row("Rinse the eyepiece")).isVisible();
        phone.press("Escape");
    }

    @Test
    void aFilterIsSavedRenamedAndForgotten() {
        add("Cut flint glass");
        desk.press("Escape", "1", "/");
        desk.page().locator("search-view").getByLabel("Filter").fill("priority = urgent and title contains flint");
        assertThat(desk.row("Cut flint glass")).isVisible();
        desk.page().locator("search-view").getByText("Save…").click();
        desk.page().locator("name-dialog input").fill("Glass");
        desk.press("Enter");
        assertThat(filter("Glass")).hasAttribute("aria-current", "page");
        assertThat(desk.row("Cut flint glass")).isVisible();
        desk.picture("page-filter");

        Locator expression = desk.page().locator("search-view").getByLabel("Filter");
        expression.fill("title contains flint");
        desk.page().locator("search-view").getByText("Save").click();
        assertThat(desk.page().locator("search-view .filter-row button")).hasCount(0);
        desk.page().reload();
        assertThat(desk.page().locator("search-view").getByLabel("Filter")).hasValue("title contains flint");
        assertThat(desk.row("Cut flint glass")).isVisible();

        option("Glass", "Rename…");
        desk.page().locator("name-dialog input").fill("Optics");
        desk.press("Enter");
        assertThat(filter("Optics")).isVisible();
        option("Optics", "Delete…");
        desk.page()
                .locator("confirm-dialog")
                .getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Delete"))
                .click();
        assertThat(filter("Optics")).hasCount(0);
    }

    private Locator filter(String name) {
        return desk.page().locator("side-bar").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name));
    }

    private void option(String name, String label) {
        filter(name).hover();
        desk.page()
                .getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Options for " + name))
                .click();
        desk.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(label))
                .click();
    }

    @Test
    void aReloadFindsEverythingAndStaysSignedIn() {
        add("Still there");
        assertThat(phone.row("Still there")).isVisible();
        desk.page().reload();
        assertThat(desk.row("Still there")).isVisible();
    }

    @Test
    void thePolicyLetsInNothingForeign() {
        String policy = desk.page().reload().headerValue("Content-Security-Policy");
        assertThat(policy).contains("default-src 'none'").doesNotContain("unsafe");
        assertThat(List.of(policy.split("; "))).contains("script-src 'self'", "style-src 'self'");
        assertThat(desk.entry()).isVisible();
    }

    /** Out of wherever one is, then to the entry. */
    private void add(String title) {
        desk.press("Escape", "q");
        desk.type(title);
        desk.press("Enter");
        assertThat(desk.row(title)).isVisible();
    }

    private Locator toast(String text) {
        return desk.page().locator("toast-stack").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static Locator.FilterOptions ordered() {
        return new Locator.FilterOptions().setHasText(Pattern.compile("^Order "));
    }
}
