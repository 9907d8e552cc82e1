package dev.parvi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import com.microsoft.playwright.Route;
import dev.parvi.support.BrowserTest;
import org.junit.jupiter.api.Test;
import org.springframework.web.util.HtmlUtils;

/** That the corpus and the sentinel can fail: a page that trusts everybody is reached by nearly all of it. */
class TrustingPageInBrowserTest extends BrowserTest {

    @Test
    void where_nothing_protects_the_sentinel_is_reached() {
        var unguarded = unheard();
        assertThat(runs(unguarded, Corpus.markup().getFirst()))
                .as("by a dialog")
                .isTrue();
        // A page can't be led away while its dialogs come and go: a call tells of the others.
        unguarded
                .context()
                .addInitScript("window.alert = () => { new Image().src = '" + address() + "/pwned?alert'; };");
        var harmless =
                Corpus.markup().stream().filter(each -> !runs(unguarded, each)).toList();
        System.out.println(
                harmless.size() + " of " + Corpus.markup().size() + " run nowhere in this browser: " + harmless);
        assertThat(Corpus.markup()).hasSizeGreaterThanOrEqualTo(60);
        assertThat(harmless).hasSizeLessThanOrEqualTo(16);
    }

    private boolean runs(Page unguarded, String vector) {
        unguarded.navigate("about:blank");
        var watch = Sentinel.over(unguarded);
        unguarded.route(
                "**/unprotected",
                route -> route.fulfill(new Route.FulfillOptions()
                        .setContentType("text/html; charset=utf-8")
                        .setBody(unprotected(vector))));
        try {
            unguarded.navigate(address() + "/unprotected");
            unguarded.evaluate("""
                    () => new Promise(done => {
                      document.querySelectorAll('a, button').forEach(each => each.dispatchEvent(new MouseEvent('click')));
                      setTimeout(done, 60);
                    })""");
        } catch (PlaywrightException led) {
            // A press may lead the page away before the evaluation ends: what counts is what was heard until then.
            assertThat(led).hasMessageContaining("navigat");
        }
        unguarded.unroute("**/unprotected");
        return watch.reached();
    }

    /** A page that trusts its visitors, in each of the places where pages put words. */
    private static String unprotected(String vector) {
        return "<!doctype html><title>" + vector + "</title><div id=raw>" + vector + "</div><input value=\"" + vector
                + "\"><input value='" + vector + "'><a href=\"" + vector + "\">press</a><textarea>" + vector
                + "</textarea><script>var said='" + vector + "'</script><div id=inner data-said=\""
                + HtmlUtils.htmlEscape(vector) + "\"></div>"
                + "<script>inner.innerHTML=inner.dataset.said;inner.innerHTML+=''</script>";
    }
}
