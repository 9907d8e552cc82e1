package dev.parvi.tracking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;

class RobotsTest {

    private final Robots robots = new Robots();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "PERSON|Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0.0.0 Safari/537.36",
                "PERSON|Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.0 Mobile/15E148 Safari/604.1",
                "PERSON|Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15; rv:142.0) Gecko/20100101 Firefox/142.0",
                "PERSON|Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36 [FBAN/FB4A;FBAV/400.0]",
                "ROBOT|Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
                "ROBOT|curl/8.5.0",
                "ROBOT|python-requests/2.32",
                "ROBOT|Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/140.0 Safari/537.36",
                "PREVIEW|facebookexternalhit/1.1 (+http://www.facebook.com/externalhit_uatext.php)",
                "PREVIEW|TelegramBot (like TwitterBot)",
                "PREVIEW|WhatsApp/2.23.20.0",
                "PREVIEW|Slackbot-LinkExpanding 1.0 (+https://api.slack.com/robots)",
                "PREVIEW|Mozilla/5.0 (compatible; Discordbot/2.0; +https://discordapp.com)"
            })
    void people_robots_and_previews_are_told_apart(String coming, String agent) {
        assertThat(robots.coming(agent)).hasToString(coming);
    }

    @ParameterizedTest
    @NullAndEmptySource
    void who_says_nothing_is_no_browser(String agent) {
        assertThat(robots.coming(agent)).isEqualTo(Coming.ROBOT);
    }
}
