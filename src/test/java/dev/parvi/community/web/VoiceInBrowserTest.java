package dev.parvi.community.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.brand.TypedVoice;
import dev.parvi.brand.Voice;
import dev.parvi.brand.Voicing;
import dev.parvi.community.VoiceChecking;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.CommentId;
import dev.parvi.support.BrowserTest;
import dev.parvi.team.Seat;
import dev.parvi.ui.Pages;
import dev.parvi.ui.Parts;
import gg.jte.Content;
import jakarta.servlet.http.HttpServletRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Import;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The part that warns, in the plainest form that can hold it. */
@Import(VoiceInBrowserTest.PlainForm.class)
class VoiceInBrowserTest extends BrowserTest {

    @Autowired
    Voicing voicing;

    @Test
    void a_warning_comes_as_one_types_and_goes_with_what_it_is_about() {
        var page = signedIn(window(), formal());
        page.navigate(given.at(seat) + "/plain");
        page.getByLabel("Answer").fill("Lähetämme sinulle uuden huomenna, haha.");
        var status = page.locator(".voice");
        assertThat(status).containsText("we say “te” to people");
        assertThat(status).hasAttribute("role", "status");
        for (var scheme : new ColorScheme[] {ColorScheme.DARK, ColorScheme.LIGHT}) {
            page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
            picture(page, "voice-" + scheme);
            assertAccessible(page);
        }
        page.setViewportSize(390, 844);
        assertFits(page);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Write “teille”"))
                .click();
        assertThat(page.getByLabel("Answer")).hasValue("Lähetämme teille uuden huomenna, haha.");
        assertThat(status).not().containsText("we say “te” to people");
        page.getByLabel("Answer").fill("Lähetämme teille uuden huomenna.");
        assertThat(page.getByText("Send it anyway")).not().isVisible();
    }

    @Test
    void without_a_script_it_asks_once_when_it_is_sent() {
        var page = signedIn(scriptless(1280), formal());
        page.navigate(given.at(seat) + "/plain");
        page.getByLabel("Answer").fill("Lähetämme sinulle uuden huomenna.");
        page.getByText("Send it", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator(".voice")).containsText("Not sent yet.");
        assertThat(page.getByLabel("Answer")).hasValue("Lähetämme sinulle uuden huomenna.");
        page.getByLabel("Send it anyway").check();
        page.getByText("Send it", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.getByText("It went out.")).isVisible();
    }

    private Seat seat;

    private Seat formal() {
        seat = given.brand();
        var open = TypedVoice.of(Voice.OPEN);
        var typed = new TypedVoice(
                Map.of("fi", "FORMAL"), "paahtimo", "", open.humour(), open.emoji(), "", "", "2", "", Set.of());
        Tenant.run(seat.brand(), () -> voicing.change(seat, typed));
        return seat;
    }

    /** A text, the part, and a button. */
    @TestConfiguration
    @Controller
    static class PlainForm {

        @Autowired
        VoiceChecking checking;

        @Autowired
        Parts parts;

        @Autowired
        Pages pages;

        @GetMapping("/b/{handle}/plain")
        String form(HttpServletRequest request, Model model) {
            return shown(request, model, "", new HashMap<>());
        }

        @PostMapping("/b/{handle}/plain")
        String send(
                Seat seat,
                @RequestParam String text,
                @RequestParam(defaultValue = "") String voice,
                HttpServletRequest request,
                Model model) {
            var checked = checking.check(seat, new CommentId(0), text);
            if (checked.passes(voice)) {
                model.addAttribute("title", "Plain")
                        .addAttribute("content", (Content) out -> out.writeContent("It went out."));
                return "ui/layout";
            }
            return shown(request, model, text, new HashMap<>(Map.of("checked", checked, "refused", true)));
        }

        private String shown(HttpServletRequest request, Model model, String text, Map<String, Object> more) {
            var page = pages.of(request);
            more.putAll(Map.of("page", page, "comment", 0L, "field", "answer"));
            var part = parts.of("community/web/voice", more);
            model.addAttribute("title", "Plain").addAttribute("content", (Content) out -> {
                out.writeContent("<form method=\"post\"><input type=\"hidden\" name=\"_csrf\" value=\"" + page.csrf()
                        + "\"><label for=\"answer\">Answer</label><textarea class=\"form-control\" id=\"answer\" name=\"text\">"
                        + text + "</textarea>");
                part.writeTo(out);
                out.writeContent("<button class=\"btn\">Send it</button></form>");
            });
            return "ui/layout";
        }
    }
}
