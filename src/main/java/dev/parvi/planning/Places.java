package dev.parvi.planning;

import dev.parvi.account.Account;
import dev.parvi.account.Connecting;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** Where the brand can speak: its accounts, each with what its network allows. */
@Component
class Places {

    private final Connecting connecting;
    private final Connectors connectors;

    Places(Connecting connecting, Connectors connectors) {
        this.connecting = connecting;
        this.connectors = connectors;
    }

    /** Those that are connected, and those that are named though they were disconnected; the oldest first. */
    Map<AccountId, Place> of(Collection<AccountId> named) {
        var open = connecting.open();
        var known = open.stream().map(Account::id).collect(Collectors.toSet());
        var gone = named.stream()
                .filter(id -> !known.contains(id))
                .map(connecting::get)
                .flatMap(Optional::stream);
        var networks = connectors.all().stream().map(Descriptor::network).collect(Collectors.toSet());
        var places = new LinkedHashMap<AccountId, Place>();
        Stream.concat(open.stream(), gone)
                .filter(account -> networks.contains(account.network()))
                .sorted(Comparator.comparingLong(account -> account.id().value()))
                .forEach(each -> places.put(each.id(), new Place(each, connectors.descriptor(each.network()))));
        return places;
    }
}
