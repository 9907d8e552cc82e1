package dev.parvi.tracking;

import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.tracking.Converting.Outcome;
import dev.parvi.tracking.KnownSites.Site;
import dev.parvi.tracking.Redirecting.Caller;
import dev.parvi.tracking.Told.Via;
import java.net.URI;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Takes what browsers report that stand on the brand's site. Anybody can send such a thing, so little is believed. */
@Component
public class Collecting {

    /** From one address within a minute. */
    static final int CROWD_MOST = 30;

    private static final int MEMORY_MOST = 64;

    private final KnownSites sites;
    private final KnownCodes codes;
    private final Committing committing;
    private final Converting converting;
    private final Numbers numbers;
    private final Salts salts;
    private final URI desk;
    private final Robots robots = new Robots();
    private final Crowd crowd = new Crowd(CROWD_MOST);
    private final Clock clock;

    Collecting(
            KnownSites sites,
            KnownCodes codes,
            Committing committing,
            Converting converting,
            Numbers numbers,
            Salts salts,
            DeskSettings settings,
            Clock clock) {
        this.sites = sites;
        this.codes = codes;
        this.committing = committing;
        this.converting = converting;
        this.numbers = numbers;
        this.salts = salts;
        this.desk = settings.publicAddress();
        this.clock = clock;
    }

    /** What became of a report, by the status it's answered with. */
    public enum Answer {
        TAKEN(204),
        /** Not well-formed. */
        WRONG(400),
        /** From a page that isn't the brand's. */
        FOREIGN(403),
        CONTRADICTED(409),
        CROWDED(429);

        private final int status;

        Answer(int status) {
            this.status = status;
        }

        public int status() {
            return status;
        }
    }

    /**
     * Who reports.
     *
     * @param site what stands in the snippet
     * @param origin of the page, as the browser says
     * @param memory what the browser remembers; empty for nothing
     */
    public record Reporter(String site, String origin, Caller caller, String memory) {}

    /** Whether pages of this origin may report for the site; nobody may for a site that isn't there. */
    public boolean welcome(String site, String origin) {
        return site(site, origin).isPresent();
    }

    /** Somebody landed on the site by a link. */
    public Answer landed(Reporter reporter, String code) {
        var site = site(reporter.site(), reporter.origin());
        if (site.isEmpty()) {
            return Answer.FOREIGN;
        }
        if (!admits(reporter)) {
            return Answer.CROWDED;
        }
        landed(site.get().brand(), reporter, remembers(site.get(), reporter), code);
        return Answer.TAKEN;
    }

    /** Somebody landed on a page that we serve ourselves. */
    public void landedHere(BrandId brand, Caller caller, String code) {
        if (crowd.admits(caller.address(), clock.millis())) {
            landed(brand, new Reporter("", "", caller, ""), false, code);
        }
    }

    private void landed(BrandId brand, Reporter reporter, boolean remembered, String code) {
        var known = Codes.sound(code) ? codes.of(code) : null;
        if (known == null || known.brand() != brand.value() || !person(reporter.caller())) {
            return;
        }
        var at = clock.millis();
        var visitor = visitor(known.brand(), reporter, remembered, at);
        var coming = remembered ? Coming.LANDED_REMEMBERED : Coming.LANDED;
        committing.commit(new Hit(known.brand(), known.link(), at, coming, null, "", visitor));
    }

    /** Somebody did something there. */
    public Answer did(Reporter reporter, Told told) {
        var site = site(reporter.site(), reporter.origin());
        if (site.isEmpty()) {
            return Answer.FOREIGN;
        }
        if (!admits(reporter)) {
            return Answer.CROWDED;
        }
        if (told.fault().isPresent()) {
            return Answer.WRONG;
        }
        return person(reporter.caller())
                ? counted(site.get().brand(), reporter, told, Via.SCRIPT, remembers(site.get(), reporter))
                : Answer.TAKEN;
    }

    /** Somebody did something on a page that we serve ourselves. */
    public void didHere(BrandId brand, Caller caller, Told told) {
        counted(brand, new Reporter("", "", caller, ""), told, Via.PAGE, false);
    }

    /** The number that this visitor is shown, after the campaign they came by last; empty for the site's usual one. */
    public Optional<String> number(Reporter reporter, String code) {
        return site(reporter.site(), reporter.origin()).flatMap(site -> {
            var remembered = remembers(site, reporter);
            var visitor = visitor((int) site.brand().value(), reporter, remembered, clock.millis());
            return Tenant.in(site.brand(), () -> numbers.shown(visitor, code, clock.instant()));
        });
    }

    private Answer counted(BrandId brand, Reporter reporter, Told told, Via via, boolean remembered) {
        var visitor = visitor((int) brand.value(), reporter, remembered, clock.millis());
        var outcome = Tenant.in(brand, () -> converting.convert(told, via, visitor, remembered));
        return outcome == Outcome.CONTRADICTED ? Answer.CONTRADICTED : Answer.TAKEN;
    }

    private long visitor(int brand, Reporter reporter, boolean remembered, long at) {
        var agent = reporter.caller().agent();
        return remembered
                ? Salts.remembered(brand, reporter.memory())
                : salts.visitor(brand, reporter.caller().address(), agent == null ? "" : agent, at);
    }

    /** Only where the brand has it switched on, whatever the page says. */
    private static boolean remembers(Site site, Reporter reporter) {
        return site.rules().memory()
                && !reporter.memory().isBlank()
                && reporter.memory().length() <= MEMORY_MOST;
    }

    private boolean admits(Reporter reporter) {
        return crowd.admits(reporter.caller().address(), clock.millis());
    }

    private boolean person(Caller caller) {
        return robots.coming(caller.agent()) == Coming.PERSON;
    }

    private Optional<Site> site(String site, String origin) {
        var host = host(origin);
        return host == null
                ? Optional.empty()
                : sites.of(site).filter(each -> each.rules().hosts().contains(host) || host.equals(desk.getHost()));
    }

    private static @Nullable String host(String origin) {
        try {
            var host = URI.create(origin).getHost();
            return host == null ? null : host.toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
