package dev.parvi.planning;

import dev.parvi.account.Connecting;
import dev.parvi.shared.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says when posts of accounts are best heard, where somebody measures that. */
@Component
public class Advising {

    private final Connecting connecting;
    private final ObjectProvider<Advice> advice;

    Advising(Connecting connecting, ObjectProvider<Advice> advice) {
        this.connecting = connecting;
        this.advice = advice;
    }

    /** @param name as people call the account */
    public record Advised(String name, Advice.Times times) {}

    /** Of all accounts in the brand whose scope it is; one look at the database where nothing is known. */
    @Transactional(readOnly = true)
    public List<Advised> all() {
        var times = new LinkedHashMap<AccountId, Advice.Times>();
        advice.ifAvailable(each -> times.putAll(each.times()));
        return times.isEmpty()
                ? List.of()
                : connecting.open().stream()
                        .filter(each -> times.containsKey(each.id()))
                        .map(each -> new Advised(each.name(), Objects.requireNonNull(times.get(each.id()))))
                        .toList();
    }
}
