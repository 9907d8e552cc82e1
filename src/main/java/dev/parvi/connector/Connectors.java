package dev.parvi.connector;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** All connectors of this desk, by network. */
@Component
public class Connectors {

    private final Map<String, Connector> byNetwork;

    Connectors(List<Connector> connectors) {
        byNetwork =
                connectors.stream().collect(Collectors.toMap(c -> c.descriptor().network(), Function.identity()));
    }

    /** @throws IllegalArgumentException when no connector serves this network */
    public Connector of(String network) {
        var connector = byNetwork.get(network);
        if (connector == null) {
            throw new IllegalArgumentException("No connector serves " + network);
        }
        return connector;
    }

    public Descriptor descriptor(String network) {
        return of(network).descriptor();
    }

    /** The connector of a network seen as one capability, where it has it. */
    public <C> Optional<C> as(Class<C> capability, String network) {
        var connector = of(network);
        return capability.isInstance(connector) ? Optional.of(capability.cast(connector)) : Optional.empty();
    }

    public List<Descriptor> all() {
        return byNetwork.values().stream()
                .map(Connector::descriptor)
                .sorted(Comparator.comparing(Descriptor::name))
                .toList();
    }
}
