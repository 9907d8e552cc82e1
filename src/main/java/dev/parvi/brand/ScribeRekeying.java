package dev.parvi.brand;

import dev.parvi.platform.Resealed;
import dev.parvi.platform.Tenant;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals the keys of outside models with the desk's newest key. */
@Component
class ScribeRekeying implements Resealed {

    private static final Logger LOG = LoggerFactory.getLogger(ScribeRekeying.class);

    private final Branding branding;
    private final Scribes scribes;
    private final TransactionTemplate transaction;

    ScribeRekeying(Branding branding, Scribes scribes, TransactionTemplate transaction) {
        this.branding = branding;
        this.scribes = scribes;
        this.transaction = transaction;
    }

    @Override
    public int reseal() {
        return (int) branding.all().stream()
                .filter(brand -> Boolean.TRUE.equals(Tenant.in(
                        brand,
                        () -> transaction.execute(
                                status -> scribes.get().map(this::resealed).orElse(false)))))
                .count();
    }

    private boolean resealed(Scribes.Kept kept) {
        try {
            return scribes.reseal(kept);
        } catch (IllegalStateException e) {
            LOG.warn("The key of an outside model can't be opened and stays as it is");
            return false;
        }
    }
}
