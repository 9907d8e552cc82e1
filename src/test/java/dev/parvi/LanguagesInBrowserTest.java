package dev.parvi;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.brand.Brand;
import dev.parvi.brand.Branding;
import dev.parvi.brand.Enlisting;
import dev.parvi.brand.TypedScribe;
import dev.parvi.community.Talked;
import dev.parvi.page.Arranging;
import dev.parvi.platform.Tenant;
import dev.parvi.publishing.Planned;
import dev.parvi.sample.Sampling;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.Errands;
import dev.parvi.support.HandClock;
import dev.parvi.team.Role;
import dev.parvi.team.Seat;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Walks through the whole desk in each language: no key shows, no English sentence, and nothing sticks out. */
@Import({Talked.class, Planned.class})
class LanguagesInBrowserTest extends BrowserTest {

    private static final Path MAIN = Path.of("src/main/java");
    private static final int SHORTEST = 8;
    private static final int LONG = 30;
    private static final int MOST = 90;

    /** Pages that aren't HTML, or that leave the desk. */
    private static final Pattern ELSEWHERE = Pattern.compile(
            ".*(\\.csv|\\.opml|\\.atom|\\.json|/media/.*|/live|.*/pdf|.*/csv|/pictures/.*|/assets/.*|/unfollow/.*|/sign-out|/export.*)$");

    private static final Pattern KEY = Pattern.compile(
            "\\b(?:ui|team|brand|page|connector|network|fault|account|tracking|planning|publishing"
                    + "|listening|community|audience|analysis|today|sample|door|audit)\\.[a-z][A-Za-z-]*(?:\\.[A-Za-z-]+)*\\b");

    private static final Map<String, List<String>> SAID = Map.of(
            "fi",
                    List.of(
                            "Kolmas viikko ilman tilaustani, eikä kukaan vastaa puhelimeen. Tämä on huijausta!",
                            "Sama täällä, he veivät rahani ja katosivat. Surkeaa.",
                            "Lopettakaa kommenttien poistaminen, valehtelijat! Teen rikosilmoituksen.",
                            "Onko teillä maanantaisin auki?"),
            "ru",
                    List.of(
                            "Третья неделя без моего заказа, и никто не берёт трубку. Это обман!",
                            "У меня то же самое: взяли деньги и пропали. Ужасно.",
                            "Хватит удалять комментарии, лжецы! Я иду в полицию.",
                            "Вы работаете по понедельникам?"));

    @Autowired
    Branding branding;

    @Autowired
    Sampling sampling;

    @Autowired
    Enlisting enlisting;

    @Autowired
    Arranging arranging;

    @Autowired
    Talked talked;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    HandClock clock;

    @ParameterizedTest
    @CsvSource({"fi, 1280", "fi, 390", "ru, 1280", "ru, 390"})
    void every_page_speaks_the_readers_language_and_fits(String language, int width)
            throws IOException { // limit: 50 because it is one walk
        clock.set(HandClock.START);
        var seat = sample(language);
        var brand = Tenant.in(seat.brand(), branding::current);
        var window = signedIn(window(width, width == 390 ? ColorScheme.DARK : ColorScheme.LIGHT), seat);
        var english = english(language);
        var wrong = new ArrayList<String>();
        var seen = new LinkedHashSet<String>();
        var next = new ArrayDeque<>(doors(brand.handle()));
        next.forEach(each -> seen.add(shape(each)));
        while (!next.isEmpty() && seen.size() < MOST) {
            var path = next.poll();
            window.navigate(path);
            look(window, path, english, wrong);
            picture(
                    window,
                    "walk/" + language + "-" + width
                            + shape(path).replace(brand.handle(), "").replace('/', '-'));
            for (var link : links(window)) {
                if (mine(link, brand) && seen.add(shape(link))) {
                    next.add(link);
                }
            }
        }
        assertThat(seen).as("pages that were walked through").hasSizeGreaterThan(30);
        assertThat(wrong).isEmpty();
    }

    /** Where the walk begins: what no other page leads to early enough. */
    private static List<String> doors(String handle) {
        return List.of(
                "/b/" + handle + "/today",
                "/b/" + handle + "/settings/model/consent",
                "/b/" + handle + "/inbox/reviews",
                "/b/" + handle + "/inbox/rules",
                "/b/" + handle + "/news",
                "/b/" + handle + "/goals/new",
                "/b/" + handle + "/news/lead",
                "/b/" + handle + "/results",
                "/b/" + handle + "/analysis/company",
                "/b/" + handle + "/analysis/audience",
                "/b/" + handle + "/analysis/reports",
                "/b/" + handle + "/analysis/reports/mail",
                "/b/" + handle + "/analysis/keeping",
                "/b/" + handle + "/news/sources/opml",
                "/b/" + handle + "/calendar/import",
                "/b/" + handle + "/accounts/networks/byhand",
                "/@" + handle + "/reviews");
    }

    private Seat sample(String language) {
        var home = given.brand();
        jdbc.sql("update member set language = :language where id = :id")
                .param("language", language)
                .param("id", home.member().value())
                .update();
        var brand = sampling.load(home.member(), Locale.of(language));
        var seat = new Seat(home.member(), home.name(), brand.id(), EnumSet.of(Role.MANAGER));
        Tenant.run(brand.id(), () -> {
            enlisting.change(seat, new TypedScribe("https://models.example.org/v1", "small-1", "", false, false));
            arranging.reviews(seat, true);
        });
        given.account(seat, "byhand", "Google");
        Errands.run(tasks, "listening-stories");
        quarrel(seat, SAID.get(language));
        return seat;
    }

    /** So that there are conversations, people and a conflict to look at. */
    private void quarrel(Seat seat, List<String> said) {
        var account = given.account(seat);
        var now = clock.instant();
        talked.says(seat, account, "Anna", "post-1", null, said.get(0), now.minusSeconds(2400));
        talked.says(seat, account, "Bert", "post-1", null, said.get(1), now.minusSeconds(1800));
        talked.says(seat, account, "Dora", "post-1", null, said.get(2), now.minusSeconds(600));
        talked.says(seat, account, "Carla", "post-2", null, said.get(3), now.minusSeconds(300));
    }

    private static void look(Page window, String path, Map<String, String> english, List<String> wrong) {
        var said = (String) window.evaluate("""
                () => {
                  const not = 'script, style, noscript, code, pre, [lang=en], .network-glyph svg';
                  const words = [];
                  const walk = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
                  for (let n = walk.nextNode(); n; n = walk.nextNode()) if (!n.parentElement.closest(not)) words.push(n.data);
                  for (const e of document.querySelectorAll('[title], [aria-label], [placeholder]'))
                    for (const a of ['title', 'aria-label', 'placeholder']) if (e.hasAttribute(a)) words.push(e.getAttribute(a));
                  return words.map((w) => w.replace(/\\s+/g, ' ').trim()).filter((w) => w).join('\\n');
                }""");
        var keys = KEY.matcher(said);
        while (keys.find()) {
            // networks that only the tests have speak no language
            if (keys.group().matches("network\\.(test|sink)\\..*")) {
                continue;
            }
            wrong.add(path + " shows the key " + keys.group());
        }
        english.forEach((key, text) -> {
            // Short ones may be names that a sentence in the reader's language quotes.
            if (text.length() >= LONG ? said.contains(text) : said.lines().anyMatch(text::equals)) {
                wrong.add(path + " says " + key + " in English: " + text);
            }
        });
        if (!Boolean.TRUE.equals(window.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))) {
            wrong.add(path + " is wider than its window: " + window.evaluate("""
                    () => [...document.querySelectorAll('main *, body > *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1)
                      .slice(0, 3).map((e) => e.tagName + '.' + e.className).join(', ')"""));
        }
    }

    /** English sentences that this language says in its own words. */
    private static Map<String, String> english(String language) throws IOException {
        var english = new HashMap<String, String>();
        try (var files = Files.walk(MAIN)) {
            for (var file :
                    files.filter(each -> each.endsWith("messages.properties")).toList()) {
                var own = read(file.resolveSibling("messages_" + language + ".properties"));
                read(file).forEach((key, value) -> {
                    var text = value.toString();
                    if (text.length() >= SHORTEST
                            && text.indexOf(' ') > 0
                            && text.indexOf('{') < 0
                            && !text.equals(own.get(key))) {
                        english.put(key.toString(), text.replaceAll("\\s+", " ").strip());
                    }
                });
            }
        }
        return english;
    }

    private static Properties read(Path file) throws IOException {
        var read = new Properties();
        try (var in = Files.newBufferedReader(file)) {
            read.load(in);
        }
        return read;
    }

    @SuppressWarnings("unchecked")
    private static List<String> links(Page window) {
        return (List<String>)
                window.evaluate(
                        "[...document.querySelectorAll('a[href]')].filter((a) => a.origin === location.origin && !a.download).map((a) => a.pathname)");
    }

    private static boolean mine(String path, Brand brand) {
        return (path.startsWith("/b/" + brand.handle() + "/")
                        || path.startsWith("/@" + brand.handle())
                        || path.equals("/me")
                        || path.equals("/brands"))
                && !ELSEWHERE.matcher(path).matches();
    }

    /** One of each kind is enough. */
    private static String shape(String path) {
        return path.replaceAll("\\d+", "0").replaceAll("(/@[^/]+/)[a-z0-9-]+-[a-z0-9]{6}$", "$1post");
    }
}
