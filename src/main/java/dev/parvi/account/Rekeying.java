package dev.parvi.account;

import dev.parvi.brand.Branding;
import dev.parvi.platform.Resealed;
import dev.parvi.platform.Tenant;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals all credentials with the newest key. */
@Component
class Rekeying implements Resealed {

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
        return (int) vaults.of(vaults.all()).stream().filter(vaults::reseal).count();
    }
}
