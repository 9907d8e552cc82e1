package dev.parvi.listening;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Listens;
import dev.parvi.connector.Streams;
import dev.parvi.listening.WatchedName.Whose;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.SourceId;
import dev.parvi.team.Audit;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Looks for the names of the brand and of its competitors on every network that can be searched: in its stream where the desk has
 * one, else through one of the brand's accounts there. Each name has its source, so that all that sources have holds for it too.
 */
@Component
public class Mentioning {

    /** The most names of a brand: each asks each network every few minutes. */
    public static final int MOST = 30;

    /** The most characters of a name, and the fewest. */
    public static final int LONGEST = 60;

    public static final int SHORTEST = WantedWords.LEAST;

    private static final Duration SHOWN = Duration.ofDays(30);

    private final WatchedNames names;
    private final NetworkSources networkSources;
    private final Sources sources;
    private final Fetchings fetchings;
    private final TuningIn tuningIn;
    private final Connecting connecting;
    private final Connectors connectors;
    private final Audit audit;
    private final Clock clock;
    private final TransactionTemplate transaction;

    Mentioning(
            WatchedNames names,
            NetworkSources networkSources,
            Sources sources,
            Fetchings fetchings,
            TuningIn tuningIn,
            Connecting connecting,
            Connectors connectors,
            Audit audit,
            Clock clock,
            TransactionTemplate transaction) {
        this.names = names;
        this.networkSources = networkSources;
        this.sources = sources;
        this.fetchings = fetchings;
        this.tuningIn = tuningIn;
        this.connecting = connecting;
        this.connectors = connectors;
        this.audit = audit;
        this.clock = clock;
        this.transaction = transaction;
    }

    /** What became of a name that was to be added. */
    public enum Added {
        DONE,
        SHORT,
        LONG,
        KNOWN,
        MANY
    }

    /** Ours first; any member may look. */
    public List<WatchedName> names(Seat seat) {
        return names();
    }

    private List<WatchedName> names() {
        return Objects.requireNonNull(
                transaction.execute(status -> names.all(clock.instant().minus(SHOWN))));
    }

    /** Where they are looked for: networks that stream to the desk, and accounts. Empty where nothing connected can be searched. */
    public List<String> places(Seat seat) {
        return places().stream().map(Place::called).toList();
    }

    /** Adds a name, a handle or a few words, and has them looked for. */
    public Added add(Seat seat, Whose whose, String typed) {
        seat.needs(Right.WRITE);
        var name = Sound.line(typed.strip(), Integer.MAX_VALUE)
                .replaceAll("\\s+", " ")
                .replaceFirst("^@", "");
        if (name.length() > LONGEST) {
            return Added.LONG;
        }
        if (WantedWords.parted(name.replace(',', ' ')).isEmpty()) {
            return Added.SHORT;
        }
        var added = Objects.requireNonNull(transaction.execute(status -> {
            if (names.count() >= MOST) {
                return Added.MANY;
            }
            var fresh =
                    names.add(whose, name.replace(',', ' '), clock.instant()).isPresent();
            if (fresh) {
                audit.note(seat, "listening.names.added", name, "");
            }
            return fresh ? Added.DONE : Added.KNOWN;
        }));
        settle();
        return added;
    }

    /** Its sources go; what they found stays. */
    public void remove(Seat seat, long id) {
        seat.needs(Right.WRITE);
        names(seat).stream()
                .filter(each -> each.id() == id)
                .findFirst()
                .ifPresent(name -> transaction.executeWithoutResult(status -> {
                    names.remove(id);
                    audit.note(seat, "listening.names.removed", name.name(), "");
                }));
        settle();
    }

    /** @param account null for a stream */
    private record Place(String network, @Nullable AccountId account, String called) {}

    /** One a network: two would find the same twice. */
    private List<Place> places() {
        var places = new ArrayList<Place>();
        var seen = new HashSet<String>();
        for (var network : connectors.all()) {
            var streams = connectors
                    .as(Streams.class, network.network())
                    .filter(Streams::streaming)
                    .isPresent();
            if (streams && seen.add(network.network())) {
                places.add(new Place(network.network(), null, network.name()));
            }
        }
        for (var account : Objects.requireNonNull(transaction.execute(status -> connecting.open()))) {
            if (account.well() && phrases(account) && seen.add(account.network())) {
                places.add(new Place(
                        account.network(),
                        account.id(),
                        connectors.descriptor(account.network()).name()));
            }
        }
        return places;
    }

    private boolean phrases(Account account) {
        return connectors
                .as(Listens.class, account.network())
                .filter(each -> each.offers().stream().anyMatch(offer -> offer.kind() == Listens.Kind.PHRASE))
                .isPresent();
    }

    /** Brings the sources in line with the names, and with what is connected now, in the brand whose scope it is. */
    void settle() {
        var wanted = new TreeSet<Long>();
        var places = places();
        for (var name : names()) {
            for (var place : places) {
                wanted.add(source(name, place).value());
            }
        }
        Objects.requireNonNull(transaction.execute(status -> networkSources.named())).stream()
                .filter(each -> each.state() != Source.State.REMOVED
                        && !wanted.contains(each.id().value()))
                .forEach(each -> transaction.executeWithoutResult(status -> {
                    sources.stands(each.id(), Source.State.REMOVED, "", "");
                    fetchings.never(each.id());
                }));
    }

    private SourceId source(WatchedName name, Place place) {
        var quoted = "“" + name.name() + "”";
        return place.account() == null
                ? tuningIn.streamed(place.network(), name.name(), name.id()).id()
                : tuningIn.added(
                                place.network(),
                                place.account(),
                                new Listens.Aim(Listens.Kind.PHRASE, name.name(), quoted, null),
                                name.id())
                        .id();
    }
}
