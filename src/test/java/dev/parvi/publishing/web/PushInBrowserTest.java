package dev.parvi.publishing.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.TestBrowser;
import dev.parvi.publishing.DeliveryState;
import dev.parvi.publishing.Wishing;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.Errands;
import dev.parvi.support.Posted;
import dev.parvi.team.Seat;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * A short message from what stopped to the page with its buttons. A browser under test has no push service of its maker, so
 * the message is taken from one of ours and handed to the worker by the browser's own tools.
 */
class PushInBrowserTest extends BrowserTest {

    private static final String CLICK = """
            (async () => {
              const [shown] = await self.registration.getNotifications();
              const opened = new Promise((done) => Object.defineProperty(self.clients, 'openWindow', { value: done }));
              const click = new NotificationEvent('notificationclick', { notification: shown });
              click.waitUntil = () => {};
              self.dispatchEvent(click);
              return opened;
            })()
            """;

    @Autowired
    Posted posted;

    @Autowired
    Wishing wishing;

    @Autowired
    List<Task<?>> tasks;

    @Test
    void a_message_is_shown_by_the_worker_and_leads_to_the_delivery() throws Exception {
        var seat = given.brand();
        var message = message(seat);
        var page = signedIn(window(), seat);
        page.context().grantPermissions(List.of("notifications"));
        page.navigate(given.at(seat) + "/alerts");
        var tools = page.context().newCDPSession(page);
        var registrations = registrations(tools);

        page.getByText("Show messages here").click();
        assertThat(page.locator("#push-said"))
                .hasText(
                        "The browser could not arrange it with its maker’s service. Check the connection, then try again."
                                .replace("’", "'"));
        page.evaluate("navigator.serviceWorker.ready.then(() => true)");
        deliver(tools, registrations, message);

        page.waitForFunction("navigator.serviceWorker.getRegistration('/')"
                + ".then((known) => known.getNotifications()).then((shown) => shown.length === 1)");
        assertThat(shown(page, "title")).endsWith(": Refused: Uusi erä");
        var address = clicked(page);
        assertThat(page.evaluate("navigator.serviceWorker.getRegistration('/')"
                        + ".then((known) => known.getNotifications()).then((shown) => shown.length)"))
                .as("a message that was followed is put away")
                .isEqualTo(0);
        assertThat(address).startsWith("http://localhost:8080" + given.at(seat) + "/deliveries/");
        page.navigate(address.replace("http://localhost:8080", address()));
        assertThat(page.locator(".story-lead")).isVisible();
        assertThat(page.getByText("Uusi erä").first()).isVisible();
    }

    /** What the desk sends to a browser of the member's, as that browser reads it. */
    private String message(Seat seat) throws Exception {
        try (var browser = new TestBrowser()) {
            Tenant.in(seat.brand(), () -> wishing.subscribe(seat, browser.subscription()));
            posted.delivery(
                    seat,
                    given.account(seat),
                    "Uusi erä",
                    LocalDateTime.parse("2026-11-03T12:00"),
                    DeliveryState.FAILED);
            Errands.run(tasks, "alerts");
            return browser.read().getLast();
        }
    }

    private static BlockingQueue<String> registrations(CDPSession tools) {
        var found = new LinkedBlockingQueue<String>();
        tools.on(
                "ServiceWorker.workerRegistrationUpdated",
                event -> event.getAsJsonArray("registrations")
                        .forEach(each -> found.add(
                                each.getAsJsonObject().get("registrationId").getAsString())));
        tools.send("ServiceWorker.enable");
        return found;
    }

    private void deliver(CDPSession tools, BlockingQueue<String> registrations, String message) throws Exception {
        var registration = registrations.poll(10, TimeUnit.SECONDS);
        assertThat(registration).as("the worker was registered").isNotNull();
        var said = new JsonObject();
        said.addProperty("origin", address());
        said.addProperty("registrationId", registration);
        said.addProperty("data", message);
        tools.send("ServiceWorker.deliverPushMessage", said);
    }

    /** Clicks the message within the worker, since nobody can click on a screen that isn't there; answers what it opens. */
    private String clicked(Page page) throws Exception {
        var tools = page.context().browser().newBrowserCDPSession();
        var worker = targets(tools)
                .filter(each -> each.get("url").getAsString().equals(address() + "/sw.js"))
                .findFirst()
                .orElseThrow();
        var attach = new JsonObject();
        attach.addProperty("targetId", worker.get("targetId").getAsString());
        attach.addProperty("flatten", false);
        var session = tools.send("Target.attachToTarget", attach).get("sessionId");
        var answers = new LinkedBlockingQueue<JsonObject>();
        tools.on("Target.receivedMessageFromTarget", event -> {
            var said =
                    JsonParser.parseString(event.get("message").getAsString()).getAsJsonObject();
            if (said.has("id")) {
                answers.add(said.getAsJsonObject("result"));
            }
        });
        var evaluate = new JsonObject();
        evaluate.addProperty("expression", CLICK);
        evaluate.addProperty("awaitPromise", true);
        var call = new JsonObject();
        call.addProperty("id", 1);
        call.addProperty("method", "Runtime.evaluate");
        call.add("params", evaluate);
        var send = new JsonObject();
        send.add("sessionId", session);
        send.addProperty("message", call.toString());
        tools.send("Target.sendMessageToTarget", send);
        // Whatever is asked of the page lets the answer in.
        for (var turn = 0; answers.isEmpty() && turn < 200; turn++) {
            page.waitForTimeout(50);
        }
        return answers.remove().getAsJsonObject("result").get("value").getAsString();
    }

    private static Stream<JsonObject> targets(CDPSession tools) {
        return StreamSupport.stream(
                        tools.send("Target.getTargets")
                                .getAsJsonArray("targetInfos")
                                .spliterator(),
                        false)
                .map(JsonElement::getAsJsonObject);
    }

    private static String shown(Page page, String what) {
        return String.valueOf(page.evaluate("navigator.serviceWorker.getRegistration('/')"
                + ".then((known) => known.getNotifications()).then(([shown]) => shown." + what + ")"));
    }
}
