package dev.parvi.publishing;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One page of a brand's ledger.
 *
 * @param next where the next page begins; null after the last one
 * @param accounts those connected, by id
 * @param networks what each network is, by its key
 * @param needing how many deliveries need a person
 * @param pausedAt since when nothing is sent; null where it is
 * @param held how many deliveries wait that would have gone by now
 */
public record Ledger(
        Show show,
        List<Delivery> deliveries,
        @Nullable Mark next,
        Map<AccountId, Account> accounts,
        Map<String, Descriptor> networks,
        int needing,
        @Nullable Instant pausedAt,
        int held) {

    /** Which deliveries are shown. */
    public enum Show {
        ALL(EnumSet.allOf(DeliveryState.class)),
        NEEDS(EnumSet.of(DeliveryState.FAILED, DeliveryState.UNKNOWN, DeliveryState.LATE, DeliveryState.PENDING)),
        /** What goes out soonest comes first; in all others what is newest. */
        GOING(EnumSet.of(DeliveryState.WAITING, DeliveryState.DUE, DeliveryState.CLAIMED)),
        PUBLISHED(EnumSet.of(DeliveryState.PUBLISHED));

        private final Set<DeliveryState> states;

        Show(Set<DeliveryState> states) {
            this.states = states;
        }

        Set<DeliveryState> states() {
            return states;
        }

        boolean soonestFirst() {
            return this == GOING;
        }
    }

    /** The last delivery of a page, after which the next one begins; in addresses as {@code <instant>~<id>}. */
    public record Mark(Instant dueAt, long id) {

        /** Empty for what is no mark: the first page. */
        public static Optional<Mark> read(String said) {
            var cut = said.indexOf('~');
            try {
                return cut < 0
                        ? Optional.empty()
                        : Optional.of(new Mark(
                                Instant.parse(said.substring(0, cut)), Long.parseLong(said.substring(cut + 1))));
            } catch (DateTimeException | NumberFormatException e) {
                return Optional.empty();
            }
        }

        @Override
        public String toString() {
            return dueAt + "~" + id;
        }
    }

    /** What people call an account; its network's name where it was disconnected since. */
    public String place(Delivery delivery) {
        var account = accounts.get(delivery.account());
        var network = networks.get(delivery.network());
        return account != null ? account.name() : network != null ? network.name() : delivery.network();
    }
}
