package dev.parvi.listening;

import dev.parvi.account.Accessing;
import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Fault;
import dev.parvi.connector.Listens;
import dev.parvi.connector.Streams;
import dev.parvi.shared.AccountId;
import dev.parvi.team.Right;
import dev.parvi.team.Seat;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Makes sources of what networks offer to be followed. What is offered, and what to ask for it, comes from their descriptors. */
@Component
public class TuningIn {

    private static final int STREAM_MOST = 500;

    private final Connectors connectors;
    private final Connecting connecting;
    private final Accessing accessing;
    private final Sources sources;
    private final NetworkSources networkSources;
    private final Fetchings fetchings;
    private final NetworkRounds rounds;
    private final Clock clock;
    private final TransactionTemplate transaction;

    TuningIn(
            Connectors connectors,
            Connecting connecting,
            Accessing accessing,
            Sources sources,
            NetworkSources networkSources,
            Fetchings fetchings,
            NetworkRounds rounds,
            Clock clock,
            TransactionTemplate transaction) {
        this.connectors = connectors;
        this.connecting = connecting;
        this.accessing = accessing;
        this.sources = sources;
        this.networkSources = networkSources;
        this.fetchings = fetchings;
        this.rounds = rounds;
        this.clock = clock;
        this.transaction = transaction;
    }

    /**
     * Something that can be followed, as its form shows it: label {@link #label}, hint the same with {@code .hint}, one field.
     *
     * @param key what the form hands back
     * @param account through which it's read; null where it needs none
     * @param kind of {@link Listens.Kind}, in lower case, or {@code stream}
     * @param limit the most characters that can be typed
     * @param proof how well reading it is held to the network
     */
    public record Choice(
            String key, Descriptor network, @Nullable Account account, String kind, int limit, Descriptor.Proof proof) {

        /** Its key in the bundle of the network. */
        public String label() {
            return "network." + network.network() + ".listens." + kind;
        }
    }

    /** What can be followed now: through each account that may be read, and what is streamed to the desk. */
    public List<Choice> choices(Seat seat) {
        var choices = new ArrayList<Choice>();
        for (var account : connected()) {
            var network = connectors.descriptor(account.network());
            connectors
                    .as(Listens.class, account.network())
                    .ifPresent(listens -> listens.offers()
                            .forEach(offer -> choices.add(new Choice(
                                    account.id() + ":" + offer.kind().name(),
                                    network,
                                    account,
                                    offer.kind().name().toLowerCase(Locale.ROOT),
                                    offer.limit(),
                                    offer.proof()))));
        }
        for (var network : connectors.all()) {
            connectors
                    .as(Streams.class, network.network())
                    .filter(Streams::streaming)
                    .ifPresent(streams -> choices.add(new Choice(
                            network.network() + ":" + NetworkSource.STREAM,
                            network,
                            null,
                            "stream",
                            STREAM_MOST,
                            streams.streamProof())));
        }
        return choices;
    }

    private List<Account> connected() {
        return Objects.requireNonNull(transaction.execute(status -> connecting.open())).stream()
                .filter(Account::well)
                .toList();
    }

    /**
     * Follows it. May ask the network, so call it outside any transaction.
     *
     * @param key of a {@link Choice}
     * @throws ConnectorFailed where what was typed can't be followed, with a fault that says what to do
     */
    public Following.Followed follow(Seat seat, String key, String typed) throws ConnectorFailed {
        seat.needs(Right.WRITE);
        var choice = choices(seat).stream()
                .filter(each -> each.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new ConnectorFailed(new Fault("disconnected", ""), false));
        if (choice.account() == null) {
            return stream(choice.network().network(), typed);
        }
        var account = choice.account();
        var access = accessing.open(seat.brand(), List.of(account.id())).get(account.id());
        if (access == null) {
            throw new ConnectorFailed(new Fault("disconnected", ""), false);
        }
        var listens = connectors.as(Listens.class, account.network()).orElseThrow();
        var cut = typed.length() > choice.limit() ? typed.substring(0, choice.limit()) : typed;
        var aim = listens.aim(access, Listens.Kind.valueOf(choice.kind().toUpperCase(Locale.ROOT)), cut);
        return added(account.network(), account.id(), aim, null);
    }

    private Following.Followed stream(String network, String typed) throws ConnectorFailed {
        var phrases = WantedWords.parted(typed);
        if (phrases.isEmpty()) {
            throw new ConnectorFailed(
                    new Fault("stream-words", Integer.toString(WantedWords.LEAST)), false, Listens.TYPED);
        }
        return streamed(network, String.join(", ", phrases), null);
    }

    /** @param name the number of the watched name that it's for; null for none */
    Following.Followed streamed(String network, String words, @Nullable Long name) {
        return saved(network, null, NetworkSource.STREAM, words, words, "", name);
    }

    Following.Followed added(String network, AccountId account, Listens.Aim aim, @Nullable Long name) {
        var site = Optional.ofNullable(aim.site()).map(Object::toString).orElse("");
        return saved(network, account, aim.kind().name(), aim.value(), aim.name(), site, name);
    }

    private Following.Followed saved(
            String network,
            @Nullable AccountId account,
            String kind,
            String value,
            String title,
            String site,
            @Nullable Long name) {
        var address = NetworkSource.address(network, kind, value);
        var source = new NewSource(Source.Kind.NETWORK, account, address, "", title, site, "", List.of(), "");
        var followed = Objects.requireNonNull(transaction.execute(status -> {
            var now = clock.instant();
            var added = sources.add(List.of(source), now).getFirst();
            networkSources.add(added.id(), network, kind, value, name);
            if (account != null) {
                networkSources.through(added.id(), account);
            }
            if (added.fresh() && account != null) {
                fetchings.begin(List.of(source), each -> added.id(), now);
            }
            return new Following.Followed(added.id(), added.fresh());
        }));
        rounds.soon();
        return followed;
    }
}
