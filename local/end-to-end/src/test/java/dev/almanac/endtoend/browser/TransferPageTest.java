package dev.almanac.endtoend.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import dev.almanac.endtoend.client.Client;
import dev.almanac.endtoend.system.OnTheRunningSystem;
import dev.almanac.endtoend.system.RunningSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;

/** Files out of the page and into it, and the address of a calendar. */
@OnTheRunningSystem
@Order(31)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TransferPageTest {
    private final RunningSystem system;
    private final Chromium chromium = Chromium.start();
    private final Screen screen;

    TransferPageTest(RunningSystem system) {
        this.system = system;
        this.screen = Screen.desktop(chromium.browser(), system.url());
        PlaywrightAssertions.setDefaultAssertionTimeout(20_000);
    }

    @BeforeAll
    void signIn() {
        screen.signIn("carl");
    }

    @AfterEach
    void nobodyComplained(TestInfo test) {
        screen.picture("transfer-" + test.getTestMethod().orElseThrow().getName());
        screen.press("Escape");
        assertThat(screen.complaints()).isEmpty();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @Test
    void aTableIsCheckedAndThenTakenIn() {
        open("Import and export…");
        screen.picture("transfer");
        String rows =
                IntStream.range(0, 450).mapToObj("Polish lens %03d"::formatted).collect(Collectors.joining("\n"));
        choose("lenses.csv", "title\n" + rows);
        assertThat(form()).containsText("A table with 450 tasks.");
        screen.picture("transfer-checked");
        button("Import").click();
        assertThat(form()).containsText("Imported 450.");
        screen.press("Escape");
        assertThat(screen.row("Polish lens 007")).isVisible();
    }

    @Test
    void whatIsWrongWithAFileIsToldByItsRow() {
        open("Import and export…");
        choose("lenses.csv", "title,due,priority\nGrind,2026-11-30,high\nPolish,soon,high\nWipe,2026-12-01,very\n");
        assertThat(form()).containsText("Nothing was imported");
        assertThat(form().locator(".faults li").first()).containsText("Row 3, due, date");
        assertThat(form().locator(".faults li").nth(1)).containsText("Row 4, priority");
        screen.picture("transfer-faults");
        button("Another file").click();
        assertThat(form()).containsText("or drop one here");
        choose("lenses.txt", "Grind");
        assertThat(form()).containsText("must end in .json, .csv or .ics");
    }

    @Test
    void theWorkspaceIsSavedAsAFile() throws IOException {
        screen.entry().fill("Oil the hinge");
        screen.entry().press("Enter");
        assertThat(screen.row("Oil the hinge")).isVisible();
        open("Import and export…");
        assertThat(saved("Everything")).startsWith("{\"format\":\"almanac\"").contains("Oil the hinge");
        assertThat(saved("Tasks as a table")).startsWith("id,").contains("Oil the hinge");
        assertThat(saved("Tasks as a calendar")).startsWith("BEGIN:VCALENDAR").contains("Oil the hinge");
    }

    @Test
    void theAddressOfTheCalendarIsShownOnceAndTakenBack() {
        open("In your calendar…");
        button("Make an address").click();
        Locator field = screen.page().getByLabel("Address of your calendar");
        field.waitFor();
        screen.picture("transfer-calendar");
        screen.page().setViewportSize(390, 844);
        screen.picture("transfer-calendar-phone");
        screen.page().setViewportSize(1280, 800);
        String address = field.inputValue();
        assertThat(address).startsWith(system.url() + "/api/v1/workspaces/");
        await().until(() -> status(address) == 200);

        screen.press("Escape");
        open("In your calendar…");
        assertThat(screen.page().locator("calendar-dialog")).containsText("You have one");
        assertThat(field).hasCount(0);
        button("Take it back").click();
        assertThat(button("Make an address")).isVisible();
        await().until(() -> status(address) == 404);
    }

    private int status(String address) {
        return Client.getWithoutToken(system.url(), address).status();
    }

    private void open(String item) {
        screen.page().locator("side-bar menu-button").first().click();
        screen.page()
                .getByRole(AriaRole.MENUITEM, new Page.GetByRoleOptions().setName(item))
                .click();
    }

    private Locator form() {
        return screen.page().locator("import-form");
    }

    private Locator button(String name) {
        return screen.page()
                .getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(name).setExact(true));
    }

    private void choose(String name, String content) {
        screen.page()
                .locator("import-form input")
                .setInputFiles(
                        new FilePayload(name, "application/octet-stream", content.getBytes(StandardCharsets.UTF_8)));
    }

    private String saved(String what) throws IOException {
        Download download = screen.page()
                .waitForDownload(() -> screen.page()
                        .locator("transfer-dialog button")
                        .filter(new Locator.FilterOptions().setHasText(what))
                        .click());
        return Files.readString(download.path());
    }
}
