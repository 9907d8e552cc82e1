package dev.parvi.connector;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.util.LinkedHashMap;
import java.util.Map;

/** An account's access in memory, as the desk would keep it; counts renewals. */
public final class KeptAccess implements Access {

    private final BrandId brand;
    private Map<String, String> credentials;
    private int renewals;

    public KeptAccess(Map<String, String> credentials) {
        this(new BrandId(1), credentials);
    }

    public KeptAccess(BrandId brand, Map<String, String> credentials) {
        this.brand = brand;
        this.credentials = Map.copyOf(credentials);
    }

    @Override
    public BrandId brand() {
        return brand;
    }

    @Override
    public AccountId account() {
        return new AccountId(1);
    }

    @Override
    public synchronized Map<String, String> credentials() {
        return credentials;
    }

    @Override
    public synchronized Map<String, String> renew(Map<String, String> stale, Renewal renewal) throws ConnectorFailed {
        if (credentials.equals(stale)) {
            credentials = Map.copyOf(renewal.fresh(stale));
            renewals++;
        }
        return credentials;
    }

    /** Puts another value in place of one that is kept. */
    public synchronized void set(String name, String value) {
        var changed = new LinkedHashMap<>(credentials);
        changed.put(name, value);
        credentials = Map.copyOf(changed);
    }

    public synchronized int renewals() {
        return renewals;
    }
}
