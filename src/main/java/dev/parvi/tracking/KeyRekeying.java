package dev.parvi.tracking;

import dev.parvi.brand.Branding;
import dev.parvi.platform.Resealed;
import dev.parvi.platform.Secrets;
import dev.parvi.platform.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the secrets of servers' keys with the desk's newest key. */
@Component
class KeyRekeying implements Resealed {

    private static final Logger LOG = LoggerFactory.getLogger(KeyRekeying.class);

    private final Branding branding;
    private final Keys keys;
    private final Secrets secrets;
    private final TransactionTemplate transaction;

    KeyRekeying(Branding branding, Keys keys, Secrets secrets, TransactionTemplate transaction) {
        this.branding = branding;
        this.keys = keys;
        this.secrets = secrets;
        this.transaction = transaction;
    }

    @Override
    public int reseal() {
        return branding.all().stream()
                .mapToInt(brand -> Tenant.in(
                        brand,
                        () -> transaction.execute(status -> (int)
                                keys.toReseal().stream().filter(this::resealed).count())))
                .sum();
    }

    private boolean resealed(Keys.Kept key) {
        var context = Trusting.context(key.brand());
        try {
            keys.reseal(key.id(), secrets.seal(secrets.open(key.secret(), context), context));
            return true;
        } catch (IllegalStateException e) {
            LOG.warn("The key of a server can't be opened and stays as it is");
            return false;
        }
    }
}
