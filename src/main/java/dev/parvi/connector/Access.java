package dev.parvi.connector;

import dev.parvi.shared.AccountId;
import dev.parvi.shared.BrandId;
import java.util.Map;

/**
 * An account as a connector may use it. Credentials are named strings, kept encrypted; {@link #renew} is how a connector
 * saves refreshed ones.
 */
public interface Access {

    BrandId brand();

    AccountId account();

    /** The credentials as they stand now, read again at each call. */
    /** The credentials as they stood when this access was opened, or since its last renewal. */
    Map<String, String> credentials();

    /**
     * Renews the credentials once, however many calls find them stale at the same time: where those kept differ from
     * {@code stale} they are answered as they are, otherwise {@code renewal} runs and what it answers is saved.
     *
     * @throws ConnectorFailed what {@code renewal} threw; nothing is saved then
     */
    Map<String, String> renew(Map<String, String> stale, Renewal renewal) throws ConnectorFailed;

    /** A call that brings fresh credentials. */
    @FunctionalInterface
    interface Renewal {
        Map<String, String> fresh(Map<String, String> stale) throws ConnectorFailed;
    }
}
