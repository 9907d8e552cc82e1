package dev.parvi.account;

import dev.parvi.account.Vaults.Vault;
import dev.parvi.connector.Access;
import dev.parvi.connector.ConnectorFailed;
import dev.parvi.connector.Fault;
import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.util.Map;

/** An account during one piece of work: its credentials as they were read, and how they are renewed. */
final class Opened implements Access {

    private final Accessing accessing;
    private final BrandId brand;
    private final AccountId account;
    private volatile Map<String, String> credentials;

    Opened(Accessing accessing, BrandId brand, AccountId account, Map<String, String> credentials) {
        this.accessing = accessing;
        this.brand = brand;
        this.account = account;
        this.credentials = credentials;
    }

    @Override
    public BrandId brand() {
        return brand;
    }

    @Override
    public AccountId account() {
        return account;
    }

    @Override
    public Map<String, String> credentials() {
        return credentials;
    }

    @Override
    public Map<String, String> renew(Map<String, String> stale, Renewal renewal) throws ConnectorFailed {
        var lock = accessing.renewing(account);
        lock.lock();
        try {
            credentials = renewed(stale, renewal);
            return credentials;
        } finally {
            lock.unlock();
        }
    }

    private Map<String, String> renewed(Map<String, String> stale, Renewal renewal) throws ConnectorFailed {
        var vault = vault();
        var kept = accessing.opened(vault);
        if (!kept.equals(stale)) {
            return kept;
        }
        Map<String, String> fresh;
        try {
            fresh = Map.copyOf(renewal.fresh(stale));
        } catch (ConnectorFailed e) {
            return elsewhere(vault, e);
        }
        // Another node, or a person, may have signed in while we asked: what they saved is the newer.
        return accessing.put(brand, vault, fresh) ? fresh : accessing.opened(vault());
    }

    /** A renewal also fails where another node has just used the same refresh token up: then what it saved will do. */
    private Map<String, String> elsewhere(Vault before, ConnectorFailed failed) throws ConnectorFailed {
        var now = vault();
        if (now.turn() == before.turn()) {
            throw failed;
        }
        return accessing.opened(now);
    }

    private Vault vault() throws ConnectorFailed {
        return accessing
                .vault(brand, account)
                .orElseThrow(() -> new ConnectorFailed(new Fault("disconnected", ""), true));
    }
}
