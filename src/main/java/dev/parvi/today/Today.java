package dev.parvi.today;

import dev.parvi.account.Account;
import dev.parvi.connector.Descriptor;
import dev.parvi.planning.Agenda;
import dev.parvi.planning.PostState;
import dev.parvi.planning.WaitingPost;
import dev.parvi.publishing.Delivery;
import dev.parvi.shared.AccountId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What needs doing on one day in one brand.
 *
 * @param date in the brand's zone
 * @param accounts those connected, by id
 * @param networks what each network is, by its key
 * @param lost the accounts a person must sign in to again
 * @param stopped what failed, what nobody can tell of, what is too late
 * @param byHand what a member is to post now
 * @param going what goes out today, and what went
 * @param gaps the slots of the next seven days that nothing is planned in
 * @param waiting posts that aren't planned yet
 * @param opening the networks that can be connected without any key
 */
public record Today(
        LocalDate date,
        Map<AccountId, Account> accounts,
        Map<String, Descriptor> networks,
        List<Account> lost,
        List<Delivery> stopped,
        List<Delivery> byHand,
        List<Going> going,
        List<OpenDay> gaps,
        List<WaitingPost> waiting,
        List<Descriptor> opening) {

    /** One post at one time, on one account or several. */
    public record Going(Instant at, String text, List<Delivery> deliveries) {}

    /** A day with the slots on it that are free. */
    public record OpenDay(LocalDate date, List<Agenda.Gap> gaps) {}

    /** A brand that can't speak anywhere yet. */
    public boolean beginning() {
        return accounts.isEmpty();
    }

    public boolean quiet() {
        return lost.isEmpty()
                && stopped.isEmpty()
                && byHand.isEmpty()
                && going.isEmpty()
                && gaps.isEmpty()
                && waiting.isEmpty();
    }

    /** How many more posts stand there than are listed. */
    public int more(PostState state) {
        var those = waiting.stream().filter(post -> post.state() == state).toList();
        return those.isEmpty() ? 0 : those.getFirst().more() + 1 - those.size();
    }

    public int more() {
        return Arrays.stream(PostState.values()).mapToInt(this::more).sum();
    }

    /** What people call an account; one that was disconnected since has no name here. */
    public String name(AccountId account) {
        var known = accounts.get(account);
        return known == null ? "" : known.name();
    }
}
