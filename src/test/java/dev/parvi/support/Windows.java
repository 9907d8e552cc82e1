package dev.parvi.support;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The windows of one test, all of the one Chromium that Debian packages. A missing Chromium fails the test. */
final class Windows {

    private static final Path CHROMIUM = Path.of("/usr/bin/chromium");

    private static final List<String> EXPECTED = List.of(
            "Failed to load resource",
            "Response Status Error Code",
            "htmx:responseError",
            "htmx:sendError",
            "htmx:timeout",
            "htmx:afterRequest",
            "Chrome currently does not support the Push API in incognito mode");

    private final List<BrowserContext> open = new ArrayList<>();
    private final List<String> complaints = new ArrayList<>();

    /** Started with the first window; the JVM's end takes it along. */
    private static final class Chromium {
        static final Browser BROWSER = start();

        private static Browser start() {
            if (!Files.isExecutable(CHROMIUM)) {
                throw new IllegalStateException("Browser tests need " + CHROMIUM + ": apt-get install chromium");
            }
            var playwright = Playwright.create();
            return playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu")));
        }
    }

    Page open(Browser.NewContextOptions options) {
        var page = openUnheard(options);
        page.context().onWebError(error -> complaints.add(error.error()));
        page.context().onConsoleMessage(this::listen);
        return page;
    }

    /** Complaints of this one fail nothing. */
    Page openUnheard(Browser.NewContextOptions options) {
        var context = Chromium.BROWSER.newContext(options);
        context.setDefaultTimeout(10_000);
        open.add(context);
        return context.newPage();
    }

    /** An answer of 4xx, or none, is said in the console too; that's for the test to judge, not for us. */
    private void listen(ConsoleMessage message) {
        if (message.type().equals("error") && EXPECTED.stream().noneMatch(message.text()::startsWith)) {
            complaints.add(message.text());
        }
    }

    List<String> close() {
        open.forEach(BrowserContext::close);
        open.clear();
        var heard = List.copyOf(complaints);
        complaints.clear();
        return heard;
    }
}
