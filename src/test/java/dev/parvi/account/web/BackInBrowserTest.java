package dev.parvi.account.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.parvi.support.BrowserTest;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The strict content policy lets nobody be sent elsewhere by a form; the way there and back has to work all the same. */
class BackInBrowserTest extends BrowserTest {

    private static final Pattern STATE = Pattern.compile("state=([^&]+)");

    private HttpServer network;

    /** A network of another site, which takes everybody and sends them back at once. */
    @BeforeEach
    void a_network() throws IOException {
        network = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        network.createContext("/authorize", call -> {
            var state = STATE.matcher(call.getRequestURI().getQuery());
            var back = state.find() ? "/accounts/back?code=right&state=" + state.group(1) : "/";
            call.getResponseHeaders().add("Location", address() + back);
            call.sendResponseHeaders(302, -1);
            call.close();
        });
        network.start();
    }

    @AfterEach
    void no_network() {
        network.stop(0);
    }

    @Test
    void a_member_signs_in_at_the_network_and_is_back_with_an_account() {
        var seat = given.brand();
        var page = signedIn(window(), seat);
        page.navigate(given.at(seat) + "/accounts/networks/testaway");
        page.getByLabel("Server")
                .fill("http://127.0.0.1:" + network.getAddress().getPort());
        page.locator("main form button").click();
        assertThat(page.getByText("Sign in there; it sends you back here")).isVisible();
        assertAccessible(page);
        assertFits(page);
        picture(page, "account-elsewhere");
        page.getByText("Go on to 127.0.0.1").click();
        assertThat(page.getByText("Connected. You can plan posts for it now.")).isVisible();
        assertThat(page.getByText("@maija").first()).isVisible();
    }
}
