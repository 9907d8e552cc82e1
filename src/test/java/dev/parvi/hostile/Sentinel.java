package dev.parvi.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Dialog;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;

/** Watches a window: a dialog, a call to {@code /pwned}, or a refusal by the content policy means that something got through. */
final class Sentinel {

    /** What markup that got through leaves in a page, even where the content policy keeps it from running. */
    private static final String TRACES = """
            () => {
              const traces = [];
              const leading = ['href', 'src', 'action', 'formaction', 'xlink:href', 'data', 'srcdoc', 'poster', 'background', 'ping', 'srcset'];
              for (const each of document.querySelectorAll('*'))
                for (const { name, value } of each.attributes)
                  if (/^on/i.test(name) || name === 'style' || name === 'hx-on' || /^(data-)?hx-on:/i.test(name)
                      || (leading.includes(name.toLowerCase()) && (/(^|\\/)pwned\\b/.test(value) || /^[\\s\\x00-\\x20]*(javascript|data|vbscript|blob):/i.test(value))))
                    traces.push(each.outerHTML.slice(0, 200));
              for (const each of document.querySelectorAll('iframe, object, embed, base, math, foreignObject, marquee, keygen, audio, style,'
                  + ' script:not([src]):not([type="application/ld+json"]), meta[http-equiv=refresh i], x, listing, template'))
                traces.push(each.outerHTML.slice(0, 200));
              return traces;
            }""";

    private static final Pattern PWNED = Pattern.compile("/pwned\\b");

    private final Page page;
    private final List<String> reached = new CopyOnWriteArrayList<>();

    private Sentinel(Page page) {
        this.page = page;
    }

    static Sentinel over(Page page) {
        var sentinel = new Sentinel(page);
        page.onDialog(sentinel::said);
        page.onRequest(request -> {
            if (PWNED.matcher(request.url()).find()) {
                sentinel.reached.add("call " + request.url());
            }
        });
        page.onConsoleMessage(message -> {
            if (message.text().contains("Content Security Policy")) {
                sentinel.reached.add(message.text());
            }
        });
        return sentinel;
    }

    private void said(Dialog dialog) {
        reached.add("dialog " + dialog.message());
        try {
            dialog.dismiss();
        } catch (PlaywrightException gone) {
            // The page that said it was led away meanwhile; that it spoke is what counts.
            reached.add("and was gone");
        }
    }

    boolean reached() {
        return !reached.isEmpty();
    }

    /** What stands in the page is text and nothing else. */
    @SuppressWarnings("unchecked")
    void untouched() {
        assertThat((List<String>) page.evaluate(TRACES))
                .as("left in %s", page.url())
                .isEmpty();
        assertThat(reached).as("reached from %s", page.url()).isEmpty();
    }

    /** Every one of the texts can be read in what the selector finds, as it was written. */
    @SuppressWarnings("unchecked")
    void reads(String selector, List<String> texts) {
        var shown = ((List<String>) page.evaluate(
                        "selector => [...document.querySelectorAll(selector)].map(each => each.textContent)", selector))
                .stream().map(Corpus::read).toList();
        assertThat(shown)
                .as("shown in %s", page.url())
                .containsAll(texts.stream().map(Corpus::read).toList());
    }
}
