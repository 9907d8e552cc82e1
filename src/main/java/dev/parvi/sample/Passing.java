package dev.parvi.sample;

import dev.parvi.audience.Refreshing;
import dev.parvi.brand.Brand;
import dev.parvi.page.Following;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.TravellingClock;
import dev.parvi.sample.Script.Act;
import dev.parvi.team.Seat;
import dev.parvi.tracking.Arranging;
import dev.parvi.tracking.Collecting;
import dev.parvi.tracking.Redirecting;
import dev.parvi.tracking.Redirecting.Caller;
import dev.parvi.tracking.Summing;
import dev.parvi.tracking.Told;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Who comes by the roastery's links, and what they then do on its site: they look, register, call and buy, and some follow its page. */
@Component
class Passing {

    private static final String CAMPAIGN = "autumn";
    private static final String BROWSER = "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0";
    private static final Duration LOOKING = Duration.ofMinutes(6);
    private static final int FOLLOWERS_BEFORE = 9;
    private static final int FOLLOWERS = 14;

    private final Arranging arranging;
    private final Redirecting redirecting;
    private final Collecting collecting;
    private final Summing summing;
    private final Following following;
    private final Refreshing refreshing;
    private final Clock clock;

    Passing(
            Arranging arranging,
            Redirecting redirecting,
            Collecting collecting,
            Summing summing,
            Following following,
            Refreshing refreshing,
            Clock clock) {
        this.arranging = arranging;
        this.redirecting = redirecting;
        this.collecting = collecting;
        this.summing = summing;
        this.following = following;
        this.refreshing = refreshing;
        this.clock = clock;
    }

    /** Those who followed before, and the first reading of them. */
    void before(Instant first) {
        TravellingClock.run(first.minus(Duration.ofDays(1)), () -> {
            for (var n = 0; n < FOLLOWERS_BEFORE; n++) {
                following.invent("regular" + n + "@example.org");
            }
        });
        TravellingClock.run(first, refreshing::now);
    }

    /** After a post with a link went out: the more, the more people liked it. */
    void come(Story story, Act act, Instant since) {
        if (!story.has(act.key() + ".link")) {
            return;
        }
        var code = code(story.text(act.key() + ".link"));
        var random = new Random(act.key().hashCode());
        var people = act.likes() / 2 + 3;
        for (var n = 0; n < people; n++) {
            var at = since.plus(Duration.ofMinutes(20 + random.nextInt(30 * 60)));
            if (at.plus(LOOKING).isBefore(clock.instant())) {
                var caller = caller(random);
                var deed = deed(n, random);
                // Some were led here by another link first, on the same day.
                if (deed != null && n % 8 == 1) {
                    TravellingClock.run(at.minus(LOOKING), () -> redirecting.way(another(code), caller));
                }
                click(code, caller, at, deed);
            }
        }
    }

    /** By posters and advertisements of the campaign: some come to the page and follow it. */
    void advertise(Brand brand, Seat seat, URI page, Instant begins) {
        if (arranging.addLink(seat, page.toString(), CAMPAIGN, "poster").isPresent()) {
            throw new IllegalStateException("The sample's page can't be linked: " + page);
        }
        var code = code(page.toString());
        var random = new Random(7);
        for (var n = 0; n < FOLLOWERS; n++) {
            var at = begins.plus(Duration.ofMinutes(n * 680L + random.nextInt(200)));
            if (at.plus(LOOKING).isBefore(clock.instant())) {
                var email = "newcomer" + n + "@example.org";
                click(code, caller(random), at, null);
                if (n % 3 != 0) {
                    TravellingClock.run(at.plus(LOOKING), () -> following.invent(email));
                }
            }
        }
        summing.since(
                brand.id(),
                begins.atZone(brand.zone())
                        .toLocalDate()
                        .minusDays(30)
                        .atStartOfDay(brand.zone())
                        .toInstant());
        refreshing.now();
    }

    private void click(String code, Caller caller, Instant at, @Nullable Told told) {
        TravellingClock.run(at, () -> redirecting.way(code, caller));
        if (told != null) {
            var then = at.plus(LOOKING);
            TravellingClock.run(then, () -> collecting.didHere(Tenant.brand().orElseThrow(), caller, at(told, then)));
        }
    }

    /** Every fourth does something: mostly they register, some buy or call. */
    private static @Nullable Told deed(int n, Random random) {
        if (n % 4 != 1) {
            return null;
        }
        var key = "sample " + random.nextLong();
        return switch (random.nextInt(4)) {
            case 0 -> told("bought", new BigDecimal(14 + 2 * random.nextInt(12)), key);
            case 1 -> told("called", null, key);
            default -> told("registered", null, key);
        };
    }

    private static Told told(String name, @Nullable BigDecimal value, String key) {
        return Told.of(name, Instant.EPOCH, value, value == null ? "" : "EUR", key, "", "");
    }

    private static Told at(Told told, Instant at) {
        return Told.of(told.name(), at, told.value(), told.currency(), told.key(), told.link(), told.number());
    }

    /** Addresses of a range that stands for nobody (RFC 5737). */
    private static Caller caller(Random random) {
        return new Caller("198.51.100." + random.nextInt(256), BROWSER + " " + random.nextInt(1000), false);
    }

    private String another(String code) {
        return arranging.shown().links().stream()
                .map(each -> each.shortened().replaceFirst(".*/l/", ""))
                .filter(each -> !each.equals(code))
                .findFirst()
                .orElse(code);
    }

    private String code(String address) {
        return arranging.shown().links().stream()
                .filter(each -> each.address().equals(address))
                .map(each -> each.shortened().replaceFirst(".*/l/", ""))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("No tracked link leads to " + address));
    }
}
