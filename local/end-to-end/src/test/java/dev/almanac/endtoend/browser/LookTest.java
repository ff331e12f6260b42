package dev.almanac.endtoend.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;

/** Takes pictures of the demo, for people to look at; the README's is the first. */
@OnTheRunningSystem
@Order(40)
class LookTest {
    private static final String TASK = "Write the programme for the evening";
    private static final String REPEATING = "Thirty minutes of Portuguese a day";

    @Test
    void showsTheDemo(RunningSystem system) {
        system.almanac("demo", "--user", "ada lovelace").good();
        try (Chromium chromium = Chromium.start();
                Screen screen = Screen.desktop(chromium.browser(), system.url());
                Screen dark = new Screen(chromium.browser(), system.url(), 1280, 800, ColorScheme.DARK);
                Screen phone = Screen.phone(chromium.browser(), system.url())) {
            screen.page().navigate(system.url().toString());
            screen.page().getByText("Sign in").first().waitFor();
            screen.picture("welcome");
            screen.signIn("ada lovelace");
            screen.row("Dr. Okafor").waitFor();
            screen.picture("inbox");
            look(screen, "");
            dark.signIn("ada lovelace");
            look(dark, "-dark");
            phone.signIn("ada lovelace");
            phone.row("Dr. Okafor").waitFor();
            phone.press("t");
            phone.row(TASK).waitFor();
            phone.picture("phone-today");
            phone.row(TASK).locator(".row-title").click();
            phone.page().locator("task-detail").waitFor();
            phone.picture("phone-task");
            assertThat(screen.complaints()).isEmpty();
            assertThat(phone.complaints()).isEmpty();
        }
    }

    private static void look(Screen screen, String suffix) {
        Page page = screen.page();
        screen.row("Dr. Okafor").waitFor();
        screen.press("t");
        screen.row(TASK).waitFor();
        screen.picture("today" + suffix);
        screen.row(TASK).locator(".row-title").click();
        page.locator("task-detail").waitFor();
        screen.picture("almanac" + suffix);
        screen.press("Escape");
        screen.row(REPEATING).locator(".row-title").click();
        page.locator("repeat-field").getByRole(AriaRole.LISTITEM).first().waitFor();
        page.locator("task-detail summary").click();
        page.locator("activity-log").getByRole(AriaRole.LISTITEM).first().waitFor();
        screen.picture("repeating" + suffix);
        screen.press("Escape");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Activity"))
                .click();
        page.locator("activity-view").getByRole(AriaRole.LISTITEM).first().waitFor();
        screen.picture("activity" + suffix);
        screen.press("u");
        page.getByText("Tomorrow").first().waitFor();
        screen.picture("upcoming" + suffix);
        screen.press("/");
        page.getByLabel("Words").fill("program");
        page.locator("search-view").getByLabel("Filter").fill("status = open and priority >= medium");
        page.locator("search-view task-item mark").first().waitFor();
        screen.picture("search" + suffix);
        page.locator("search-view").getByLabel("Filter").fill("status = open and priority >= middling");
        page.locator("search-view .problem").waitFor();
        screen.picture("search-problem" + suffix);
        page.getByLabel("Words").fill("");
        page.locator("search-view").getByLabel("Filter").fill("");
        screen.press("Escape");
        page.locator("search-view input").first().blur();
        screen.press("?");
        screen.picture("shortcuts" + suffix);
        screen.press("Escape");
    }
}
