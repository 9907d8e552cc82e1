package dev.parvi.tracking;

import dev.parvi.brand.Branding;
import dev.parvi.platform.DeskSettings;
import dev.parvi.platform.Secrets;
import dev.parvi.platform.Token;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How a brand tracks: its rules, the keys of its servers, its numbers, and links of its own. */
@Component
public class Arranging {

    private static final int NAME_MOST = 60;
    private static final int LINES = 100;

    private final Trackings trackings;
    private final KnownSites sites;
    private final Keys keys;
    private final Numbers numbers;
    private final Linking linking;
    private final LinkLines lines;
    private final Secrets secrets;
    private final Branding branding;
    private final Audit audit;
    private final URI desk;
    private final Clock clock;

    Arranging(
            Trackings trackings,
            KnownSites sites,
            Keys keys,
            Numbers numbers,
            Linking linking,
            LinkLines lines,
            Secrets secrets,
            Branding branding,
            Audit audit,
            DeskSettings settings,
            Clock clock) {
        this.trackings = trackings;
        this.sites = sites;
        this.keys = keys;
        this.numbers = numbers;
        this.linking = linking;
        this.lines = lines;
        this.secrets = secrets;
        this.branding = branding;
        this.audit = audit;
        this.desk = settings.publicAddress();
        this.clock = clock;
    }

    /** A key of a server; what it's worth was shown once. */
    public record Key(
            long id,
            String name,
            String open,
            Instant madeAt,
            @Nullable Instant usedAt) {}

    /** A telephone number that stands for a campaign. */
    public record Number(int id, String shown, String campaign) {}

    /** A link as a list shows it; people are of all times. */
    public record Line(
            int id, String address, String shortened, String campaign, Instant madeAt, long people, long robots) {}

    /**
     * All that the page shows. Any member may look.
     *
     * @param about where visitors read what is kept of them
     */
    public record Shown(
            TrackingRules rules,
            String desk,
            String about,
            List<Key> keys,
            List<Number> numbers,
            List<Line> links,
            Instant now) {}

    @Transactional
    public Shown shown() {
        var rules = trackings.current();
        var base = (rules.domain().isEmpty() ? desk.toString() : rules.domain()).replaceFirst("/$", "");
        return new Shown(
                rules,
                desk.toString().replaceFirst("/$", ""),
                desk.toString().replaceFirst("/$", "") + "/@"
                        + branding.current().handle() + "/about#kept-title",
                keys.all().stream()
                        .map(each -> new Key(each.id(), each.name(), each.open(), each.madeAt(), each.usedAt()))
                        .toList(),
                numbers.all().stream()
                        .map(each -> new Number(each.id(), each.shown(), each.campaign()))
                        .toList(),
                lines.newest(base, LINES),
                clock.instant());
    }

    /** @throws IllegalArgumentException where it has faults */
    @Transactional
    public void change(Seat seat, TypedRules typed) {
        seat.needs(Right.MANAGE);
        if (!typed.faults().isEmpty()) {
            throw new IllegalArgumentException(typed.faults().toString());
        }
        var site = trackings.current().site();
        trackings.put(typed.rules(site));
        sites.forget(site);
        audit.note(seat, "tracking.rules.changed", "", "");
    }

    /** @return the whole key, which is shown this once */
    @Transactional
    public String addKey(Seat seat, String name) {
        seat.needs(Right.MANAGE);
        var open = Codes.fresh();
        var secret = Token.fresh().replace('_', '-');
        var sealed = secrets.seal(secret.getBytes(StandardCharsets.UTF_8), Trusting.context(seat.brand()));
        keys.add(cut(name), open, Token.hash(secret), sealed, clock.instant());
        audit.note(seat, "tracking.key.added", cut(name), open);
        return Trusting.whole(open, secret);
    }

    @Transactional
    public void revokeKey(Seat seat, long id) {
        seat.needs(Right.MANAGE);
        keys.revoke(id, clock.instant());
        audit.note(seat, "tracking.key.revoked", Long.toString(id), "");
    }

    /** @return a message that says what to mend; empty where it was added */
    @Transactional
    public Optional<String> addNumber(Seat seat, String shown, String campaign) {
        seat.needs(Right.MANAGE);
        if (Told.digits(shown).length() < 3 || shown.length() > 40 || !shown.matches("[+0-9 ()./-]+")) {
            return Optional.of("tracking.fault.number");
        }
        if (campaign.isBlank()) {
            return Optional.of("tracking.fault.campaign");
        }
        numbers.add(shown.strip(), Marks.tidy(campaign), clock.instant());
        audit.note(seat, "tracking.number.added", shown.strip(), Marks.tidy(campaign));
        return Optional.empty();
    }

    @Transactional
    public void stopNumber(Seat seat, int id) {
        seat.needs(Right.MANAGE);
        numbers.stop(id, clock.instant());
    }

    /**
     * Makes a link of its own, for a letter, a poster or an advertisement.
     *
     * @return the message key of what to mend; empty where it was made
     */
    @Transactional
    public Optional<String> addLink(Seat seat, String address, String campaign, String medium) {
        seat.needs(Right.WRITE);
        try {
            var uri = new URI(address.strip());
            if (!Linking.trackable(uri)) {
                return Optional.of("tracking.fault.address");
            }
            linking.reserve(LinkPlace.alone(Marks.tidy(campaign), Marks.tidy(medium)), uri);
            return Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.of("tracking.fault.address");
        }
    }

    private static String cut(String name) {
        var said = name.strip();
        return said.length() > NAME_MOST ? said.substring(0, NAME_MOST) : said;
    }
}
