package dev.parvi.community;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.ConversationId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Colleague;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A page of the inbox with all that stands around it.
 *
 * @param me who looks
 * @param count how many the sieve lets through; null where one of {@code counts} says it exactly
 * @param networks what each network is, by its key
 * @param writing the names of those who write an answer just now, the reader left out
 * @param saved the views that the reader may choose
 */
public record Inbox(
        MemberId me,
        Sifting.Page page,
        Counts counts,
        Sifting.@Nullable Count count,
        Map<AccountId, Account> accounts,
        Map<String, Descriptor> networks,
        List<Colleague> colleagues,
        Map<ConversationId, List<String>> writing,
        List<SavedView> saved,
        Instant now) {

    /** What people call a member; nobody, and somebody who left, have no name here. */
    public String name(MemberId member) {
        return colleagues.stream()
                .filter(each -> each.member().id().equals(member))
                .map(each -> each.member().name())
                .findFirst()
                .orElse("");
    }
}
