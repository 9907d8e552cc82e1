package dev.parvi.listening.web.topics;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.github.kagkarlsson.scheduler.task.Task;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import dev.parvi.listening.Choosing;
import dev.parvi.listening.Collecting;
import dev.parvi.listening.Following;
import dev.parvi.listening.Fresh;
import dev.parvi.listening.NewSource;
import dev.parvi.listening.Ruling;
import dev.parvi.listening.TopicRule;
import dev.parvi.platform.Tenant;
import dev.parvi.support.BrowserTest;
import dev.parvi.support.Errands;
import dev.parvi.support.HandClock;
import dev.parvi.team.Seat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A topic is made with what it would have picked in sight, and what is wrong said where it stands. */
class TopicsInBrowserTest extends BrowserTest {

    @Autowired
    Following following;

    @Autowired
    Collecting collecting;

    @Autowired
    Choosing choosing;

    @Autowired
    Ruling ruling;

    @Autowired
    List<Task<?>> tasks;

    @Autowired
    HandClock clock;

    private Seat seat;
    private String at;

    @BeforeEach
    void items_have_come_in() {
        clock.set(HandClock.START);
        seat = given.brand();
        at = given.at(seat);
        var source = Tenant.in(
                        seat.brand(),
                        () -> following.add(seat, NewSource.feed("https://yle.fi/rss", "Yle Uutiset", List.of())))
                .id();
        var fresh = new ArrayList<Fresh>();
        for (var n = 0; n < 4; n++) {
            fresh.add(item(
                    n,
                    "Kahvin hinta nousee taas, viikko " + n,
                    "Helsinkiläisissä kahviloissa kuppi maksaa pian viisi euroa. Paahtimot syyttävät satoa."));
        }
        fresh.add(item(9, "Raitiovaunut seisovat", "Lakko pysäytti liikenteen Helsingissä."));
        collecting.take(seat.brand(), source, fresh);
    }

    private Fresh item(int n, String title, String words) {
        return new Fresh(
                "k" + n,
                "https://yle.fi/a/" + n,
                title,
                words,
                null,
                "",
                "fi",
                "",
                clock.instant().minus(Duration.ofHours(n)));
    }

    private Page open(Page window, String place) {
        signedIn(window, seat).navigate(at + place);
        return window;
    }

    @Test
    void while_one_types_the_preview_follows_and_an_error_says_where_it_is() {
        var window = open(window(), "/topics");
        assertThat(window.getByText("No topics yet.")).isVisible();
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("New topic"))
                .first()
                .click();
        var preview = window.locator("#topic-preview");

        window.getByLabel("What to look for").pressSequentially("(kahvila hinta");
        assertThat(preview).containsText("This bracket isn't closed");
        assertThat(preview.locator("mark")).hasText("(");

        window.getByLabel("What to look for").fill("kahvila hinta NOT lakko");
        assertThat(preview).containsText("4 items found");
        assertThat(preview.locator(".topic-picks li")).hasCount(4);
        assertThat(preview.locator(".topic-picks mark").first()).hasText("hinta");
        assertThat(preview).containsText("kahvila AND hinta AND NOT lakko");
        assertAccessible(window);
        assertFits(window);
        picture(window, "topic-form");

        window.getByLabel("Name").fill("Coffee prices");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(window.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Coffee prices")))
                .isVisible();
        assertThat(window.getByText("The topic is kept.")).isVisible();
    }

    @Test
    void without_scripts_a_button_shows_it_and_what_was_typed_stays() {
        var window = open(scriptless(390), "/topics/new");
        window.getByLabel("Name").fill("Strike");
        window.getByLabel("What to look for").fill("lakko OR");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(window.locator("#topic-preview")).containsText("After OR a word is missing.");
        assertThat(window.getByLabel("What to look for")).hasValue("lakko OR");
        assertThat(window.getByLabel("Name")).hasValue("Strike");

        window.getByLabel("What to look for").fill("lakko");
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Show what it would pick"))
                .click();
        assertThat(window.locator("#topic-preview")).containsText("1 item found");
        assertFits(window);
        picture(window, "topic-form-phone");
    }

    @Test
    void lists_alerts_and_one_topic_fit_and_can_be_used_by_everybody() {
        Tenant.run(seat.brand(), () -> {
            choosing.add(seat, "Coffee prices", "kahvi* hinta");
            choosing.add(seat, "Strikes", "lakko OR \"työmaa seisoo\"~5 language:fi");
            ruling.add(
                    seat, new TopicRule(0, null, TopicRule.Condition.NEGATIVE, 3, 24, true, true, Duration.ofHours(1)));
        });
        for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (var width : List.of(1280, 390)) {
                var window = open(window(width, scheme), "/topics");
                seen(window, "topics", width, scheme);
                window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Strikes"))
                        .click();
                seen(window, "topic", width, scheme);
                window.navigate(at + "/topics/alerts");
                seen(window, "topic-alerts", width, scheme);
                window.navigate(at + "/topics/new");
                seen(window, "topic-new", width, scheme);
            }
        }
    }

    @Test
    void an_alert_and_a_pick_lead_to_the_story_where_a_post_can_be_made() {
        Tenant.run(seat.brand(), () -> {
            choosing.add(seat, "Strikes", "lakko");
            ruling.add(
                    seat, new TopicRule(0, null, TopicRule.Condition.EACH, 1, 24, false, false, Duration.ofHours(1)));
        });
        List.of("listening-stories", "listening-topics-changed", "listening-alerts")
                .forEach(each -> Errands.run(tasks, each));
        var window = open(window(), "/topics/alerts");
        window.locator(".topic-alert a").click();
        assertThat(window).hasURL(Pattern.compile(".*/news/\\d+/items/\\d+"));
        assertThat(window.locator("#reading-title")).hasText("Raitiovaunut seisovat");
        assertThat(window.locator("#offer button").first()).isVisible();
        window.navigate(at + "/topics");
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Strikes"))
                .click();
        window.locator(".topic-pick-title a").click();
        assertThat(window.locator("#reading-title")).hasText("Raitiovaunut seisovat");
    }

    private void seen(Page window, String name, int width, ColorScheme scheme) {
        assertThat(window.locator("h1")).not().hasText("");
        assertAccessible(window);
        assertFits(window);
        picture(window, name + "-" + width + "-" + scheme.name().toLowerCase(java.util.Locale.ROOT));
    }

    @Test
    void a_rule_is_set_for_a_topic_and_the_topic_muted_and_removed() {
        Tenant.run(seat.brand(), () -> choosing.add(seat, "Strikes", "lakko"));
        var window = open(window(), "/topics");
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Strikes"))
                .click();
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Set an alert"))
                .click();
        assertThat(window.getByLabel("Topic", new Page.GetByLabelOptions().setExact(true))
                        .locator("option:checked"))
                .hasText("Strikes");
        window.getByLabel("A story grows").check();
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Save"))
                .click();
        assertThat(window.locator(".topic-rule")).containsText("a story of 3 sources within 24 h");

        window.navigate(at + "/topics");
        window.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Strikes"))
                .click();
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Mute"))
                .click();
        assertThat(window.getByText("nobody is called for it")).isVisible();
        window.locator(".topic-removal summary").click();
        window.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Remove the topic"))
                .click();
        assertThat(window).hasURL(Pattern.compile(".*/topics\\?notice=.*"));
        assertThat(window.getByText("No topics yet.")).isVisible();
    }
}
