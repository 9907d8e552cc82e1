package dev.parvi.planning.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import dev.parvi.account.Connecting;
import dev.parvi.support.BrowserTest;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.util.Base64;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Pictures that come by hand: dropped, pasted, and put into another order. */
class PicturesInBrowserTest extends BrowserTest {

    /** What a browser does with a picture from outside of it, which no driver can do for it. */
    private static final String HANDED = """
            ([kind, where, name, data]) => {
                const handed = new DataTransfer();
                handed.items.add(new File([Uint8Array.from(atob(data), (c) => c.charCodeAt(0))], name, { type: 'image/png' }));
                const at = document.querySelector(where), how = { bubbles: true, cancelable: true };
                if (kind === 'paste') return at.dispatchEvent(new ClipboardEvent('paste', { ...how, clipboardData: handed }));
                at.dispatchEvent(new DragEvent('dragover', { ...how, dataTransfer: handed }));
                return at.dispatchEvent(new DragEvent('drop', { ...how, dataTransfer: handed }));
            }""";

    @Autowired
    Connecting connecting;

    Page window;

    @BeforeEach
    void a_post() throws Exception {
        Seat seat = given.brand();
        connecting.answer(seat, "page", Map.of());
        window = window();
        signedIn(window, seat).navigate(given.at(seat) + "/posts");
        window.getByText("New post").first().click();
        window.waitForURL(Pattern.compile("/posts/\\d+$"));
    }

    @Test
    void a_picture_is_dropped_and_another_pasted_while_one_writes() throws IOException {
        window.getByLabel("Text for all accounts").fill("Two of them");
        handed("drop", "[data-drop]", 600);
        assertThat(window.getByLabel("What picture 1 shows")).isVisible();
        handed("paste", "#text", 300);
        assertThat(window.getByLabel("What picture 2 shows")).isVisible();
        window.reload();
        assertThat(window.locator("[data-picture]")).hasCount(2);
        assertThat(window.getByLabel("Text for all accounts")).hasValue("Two of them");
    }

    @Test
    void pictures_change_places_by_drag_and_by_a_button_and_keep_their_words() throws IOException {
        handed("drop", "[data-drop]", 600);
        window.getByLabel("What picture 1 shows").fill("Wide");
        handed("drop", "[data-drop]", 300);
        window.getByLabel("What picture 2 shows").fill("Square");
        assertThat(window.locator("#saved [data-kept]")).isVisible();
        window.locator("[data-grip]")
                .nth(1)
                .dragTo(window.locator("[data-picture]").nth(0), new Locator.DragToOptions().setTargetPosition(40, 4));
        assertThat(window.getByLabel("What picture 1 shows")).hasValue("Square");
        assertThat(window.locator("#saved [data-kept]")).isVisible();
        window.getByLabel("Move picture 1 later").click();
        assertThat(window.getByLabel("What picture 1 shows")).hasValue("Wide");
        window.reload();
        assertThat(window.getByLabel("What picture 1 shows")).hasValue("Wide");
        assertThat(window.getByLabel("What picture 2 shows")).hasValue("Square");
    }

    private void handed(String kind, String where, int width) throws IOException {
        window.evaluate(HANDED, new Object[] {
            kind, where, kind + ".png", Base64.getEncoder().encodeToString(Png.of(width, 300))
        });
    }
}
