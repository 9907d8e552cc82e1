package dev.parvi.community;

import dev.parvi.connector.Moderates.Act;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a rule does with what it finds. Never what can't be taken back. */
public enum Sight {
    OUT_OF_SIGHT(Act.HIDE, Act.HOLD),
    SPAM(Act.SPAM, Act.HIDE, Act.HOLD);

    private final List<Act> wished;

    Sight(Act... wished) {
        this.wished = List.of(wished);
    }

    /** The first that fits of what the network allows, as long as it knows the opposite, too. */
    Optional<Act> act(Set<Act> allowed, Set<Act> fitting) {
        return wished.stream()
                .filter(act -> fitting.contains(act) && allowed.contains(act) && allowed.contains(act.opposite()))
                .findFirst();
    }
}
