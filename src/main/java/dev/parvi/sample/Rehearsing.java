package dev.parvi.sample;

import dev.parvi.account.Connecting;
import dev.parvi.brand.Brand;
import dev.parvi.planning.Scheduling;
import dev.parvi.platform.Rehearsal;
import dev.parvi.platform.Tenant;
import dev.parvi.platform.Token;
import dev.parvi.shared.WallTime;
import dev.parvi.team.Device;
import dev.parvi.team.FirstVisit;
import dev.parvi.team.Newcomer;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import dev.parvi.team.SigningIn;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** A day at the desk, for Java to learn from: the sample brand is loaded, its pages are looked at, and many posts go out at once. */
@Component
class Rehearsing implements Rehearsal {

    private static final int POSTS = 400;
    /** How long writing those posts takes on a slow machine, and sending them. */
    private static final Duration WRITTEN_WITHIN = Duration.ofSeconds(30);

    private static final Duration SENT_WITHIN = Duration.ofSeconds(10);

    private static final List<String> PAGES = List.of(
            "/today",
            "/calendar",
            "/calendar?view=week",
            "/calendar?view=list",
            "/posts",
            "/inbox",
            "/accounts",
            "/slots",
            "/pillars",
            "/ideas",
            "/ledger",
            "/settings");

    private final FirstVisit visit;
    private final Sampling sampling;
    private final Seating seating;
    private final SigningIn signingIn;
    private final Connecting connecting;
    private final Writing writing;
    private final Scheduling scheduling;
    private final Clock clock;

    Rehearsing(
            FirstVisit visit,
            Sampling sampling,
            Seating seating,
            SigningIn signingIn,
            Connecting connecting,
            Writing writing,
            Scheduling scheduling,
            Clock clock) {
        this.visit = visit;
        this.sampling = sampling;
        this.seating = seating;
        this.signingIn = signingIn;
        this.connecting = connecting;
        this.writing = writing;
        this.scheduling = scheduling;
        this.clock = clock;
    }

    /** Nothing is made up in a home that is somebody's. */
    @Override
    public void rehearse(URI here) throws IOException {
        var owner = visit.own(new Newcomer("Rehearsal", "rehearsal@example.org", Token.fresh()), Locale.ENGLISH);
        if (owner.isEmpty()) {
            return;
        }
        var brand = sampling.load(owner.get(), Locale.ENGLISH);
        var cookie = "parvi=" + signingIn.begin(owner.get(), new Device("rehearsal", "127.0.0.1"));
        var due = clock.instant().plus(WRITTEN_WITHIN).truncatedTo(ChronoUnit.SECONDS);
        Tenant.run(brand.id(), () -> plan(seating.seat(owner.get(), brand.id()).orElseThrow(), brand, due));
        do {
            look(here, brand.handle(), cookie);
        } while (clock.instant().isBefore(due.plus(SENT_WITHIN)));
    }

    private void plan(Seat seat, Brand brand, Instant due) {
        var account = connecting.open().getFirst();
        var local = LocalDateTime.ofInstant(due, brand.zone());
        for (var post = 0; post < POSTS; post++) {
            var written = writing.draft(seat, account, "What we roast this week, part " + post, null);
            scheduling.at(seat, written, local, WallTime.Choice.FIRST);
        }
    }

    private static void look(URI here, String handle, String cookie) throws IOException {
        for (var page : PAGES) {
            ask(here.resolve("/b/" + handle + page), cookie);
        }
        ask(here.resolve("/@" + handle), "");
    }

    private static void ask(URI page, String cookie) throws IOException {
        var connection = (HttpURLConnection) page.toURL().openConnection();
        connection.setRequestProperty("Accept", "text/html");
        connection.setRequestProperty("Accept-Encoding", "gzip");
        connection.setRequestProperty("Cookie", cookie);
        if (connection.getResponseCode() < 400) {
            connection.getInputStream().readAllBytes();
        }
        connection.disconnect();
    }
}
