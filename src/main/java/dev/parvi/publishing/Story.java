package dev.parvi.publishing;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.connector.Message;
import dev.parvi.connector.Sent;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Everything that happened to one delivery.
 *
 * @param account where it goes; null where the account is gone
 * @param message what is or will be sent; null where the post has no such part any more
 * @param sealedAt when what it says was settled for good; null before its claim
 * @param plannedBy the name of who planned it; empty where it's unknown
 * @param together all parts of its thread in order, itself among them
 * @param paused whether the brand sends nothing at present
 * @param holdReason why its account is held back, as a fault's code; empty where it isn't
 * @param answered what it answers, as the network named it; null where it answers nobody
 * @param occasion the same in words; null where nobody knows them
 * @param removable whether the network lets the desk take it back, and the desk knows it there
 */
public record Story(
        Delivery delivery,
        @Nullable Account account,
        Descriptor network,
        @Nullable Message message,
        @Nullable Instant sealedAt,
        String plannedBy,
        List<Attempt> attempts,
        List<Decision> decisions,
        List<Delivery> together,
        boolean paused,
        String holdReason,
        @Nullable Sent answered,
        Occasions.@Nullable Occasion occasion,
        boolean removable) {

    /** Whether a person said that it's there: then the desk knows its address, and not what the network calls it. */
    public boolean recorded() {
        return recorded(decisions);
    }

    static boolean recorded(List<Decision> decisions) {
        return decisions.stream().anyMatch(each -> each.what() == Decision.What.RECORDED);
    }

    public boolean byHand() {
        return network.proof() == Descriptor.Proof.BY_HAND;
    }

    public String place() {
        return account == null ? network.name() : account.name();
    }
}
