package dev.parvi.platform;

import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which brand, and which member, the running work is for. A transaction tells the database, whose row-level security
 * then shows that brand's rows only; outside any scope it shows none.
 */
public final class Tenant {

    private static final ScopedValue<@Nullable BrandId> BRAND = ScopedValue.newInstance();
    private static final ScopedValue<MemberId> MEMBER = ScopedValue.newInstance();

    private Tenant() {}

    public static <T, X extends Throwable> T in(BrandId brand, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(BRAND, brand).call(work);
    }

    public static void run(BrandId brand, Runnable work) {
        ScopedValue.where(BRAND, brand).run(work);
    }

    /** For what a member sees over all brands they belong to, outside any one of them. */
    public static <T, X extends Throwable> T as(MemberId member, ScopedValue.CallableOp<T, X> work) throws X {
        return ScopedValue.where(MEMBER, member).where(BRAND, null).call(work);
    }

    public static Optional<BrandId> brand() {
        return BRAND.isBound() ? Optional.ofNullable(BRAND.get()) : Optional.empty();
    }

    public static Optional<MemberId> member() {
        return MEMBER.isBound() ? Optional.of(MEMBER.get()) : Optional.empty();
    }
}
