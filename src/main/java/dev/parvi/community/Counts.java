package dev.parvi.community;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.MemberId;
import java.util.Map;

/**
 * How many conversations each built-in view holds, exactly. All but {@code snoozed} and {@code done} are of open ones.
 *
 * @param waiting somebody spoke after us
 * @param members by whom they are assigned to; what is missing is 0
 */
public record Counts(
        long open,
        long snoozed,
        long done,
        long waiting,
        long unassigned,
        Map<Urgency, Long> urgencies,
        Map<MemberId, Long> members,
        Map<AccountId, Long> accounts) {

    public long of(Urgency urgency) {
        return urgencies.getOrDefault(urgency, 0L);
    }

    public long of(MemberId member) {
        return members.getOrDefault(member, 0L);
    }

    public long of(AccountId account) {
        return accounts.getOrDefault(account, 0L);
    }
}
