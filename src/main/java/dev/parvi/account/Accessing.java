package dev.parvi.account;

import dev.parvi.account.Vaults.Vault;
import dev.parvi.connector.Access;
import dev.parvi.connector.Fault;
import dev.parvi.platform.Tenant;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Opens accounts for connectors. May be called in any scope or none; never call it inside a transaction of the desk. */
@Component
public class Accessing {

    private static final Logger LOG = LoggerFactory.getLogger(Accessing.class);

    private final Accounts accounts;
    private final Vaults vaults;
    private final TransactionTemplate transaction;
    private final ApplicationEventPublisher events;
    private final Map<AccountId, ReentrantLock> renewing = new ConcurrentHashMap<>();

    Accessing(Accounts accounts, Vaults vaults, TransactionTemplate transaction, ApplicationEventPublisher events) {
        this.accounts = accounts;
        this.vaults = vaults;
        this.transaction = transaction;
        this.events = events;
    }

    /**
     * The accounts with their credentials as they stand now, read in one query. Left out are those disconnected and those
     * whose credentials the desk's keys don't open; the latter are {@link #lost} thereby. What goes to an account left out
     * waits for a person.
     */
    public Map<AccountId, Access> open(BrandId brand, Collection<AccountId> ids) {
        return unsealed(read(brand, ids));
    }

    /** The same for accounts of many brands, in one query too. */
    public Map<AccountId, Access> open(Map<BrandId, ? extends Collection<AccountId>> ids) {
        return ids.isEmpty()
                ? Map.of()
                : unsealed(Objects.requireNonNull(transaction.execute(status -> vaults.of(ids))));
    }

    private Map<AccountId, Access> unsealed(List<Vault> sealed) {
        var opened = new HashMap<AccountId, Access>();
        for (var vault : sealed) {
            try {
                opened.put(vault.account(), new Opened(this, vault.brand(), vault.account(), vaults.opened(vault)));
            } catch (IllegalStateException e) {
                LOG.warn("The credentials of account {} can't be opened: {}", vault.account(), e.getMessage());
                lost(vault.brand(), vault.account(), new Fault("sealed", ""));
            }
        }
        return opened;
    }

    /** The network says that our permission is gone: the account waits for a person, who is told once. */
    public void lost(BrandId brand, AccountId account, Fault fault) {
        Tenant.run(
                brand,
                () -> transaction.executeWithoutResult(status -> {
                    if (accounts.lose(account, fault)) {
                        events.publishEvent(new AccountLost(brand, account, fault.code()));
                    }
                }));
    }

    ReentrantLock renewing(AccountId account) {
        return renewing.computeIfAbsent(account, id -> new ReentrantLock());
    }

    Optional<Vault> vault(BrandId brand, AccountId account) {
        return read(brand, List.of(account)).stream().findFirst();
    }

    Map<String, String> opened(Vault vault) {
        return vaults.opened(vault);
    }

    boolean put(BrandId brand, Vault vault, Map<String, String> fresh) {
        var sealed = vaults.seal(fresh, vault.context());
        return Boolean.TRUE.equals(Tenant.in(brand, () -> transaction.execute(status -> vaults.put(vault, sealed))));
    }

    private List<Vault> read(BrandId brand, Collection<AccountId> ids) {
        return Tenant.in(brand, () -> transaction.execute(status -> vaults.of(ids)));
    }
}
