package dev.parvi.account;

import dev.parvi.account.Vaults.Vault;
import dev.parvi.brand.Branding;
import dev.parvi.platform.Resealed;
import dev.parvi.platform.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals all credentials with the newest key. */
@Component
class Rekeying implements Resealed {

    private static final Logger LOG = LoggerFactory.getLogger(Rekeying.class);

    private final Branding branding;
    private final Vaults vaults;
    private final TransactionTemplate transaction;

    Rekeying(Branding branding, Vaults vaults, TransactionTemplate transaction) {
        this.branding = branding;
        this.vaults = vaults;
        this.transaction = transaction;
    }

    @Override
    public int reseal() {
        return branding.all().stream()
                .mapToInt(brand -> Tenant.in(brand, () -> transaction.execute(status -> ofOneBrand())))
                .sum();
    }

    private int ofOneBrand() {
        return (int) vaults.of(vaults.all()).stream().filter(this::resealed).count();
    }

    /** What no key of ours opens is lost already; it must not keep the others from their new key. */
    private boolean resealed(Vault vault) {
        try {
            return vaults.reseal(vault);
        } catch (IllegalStateException e) {
            LOG.warn("The credentials of account {} can't be opened and stay as they are", vault.account());
            return false;
        }
    }
}
