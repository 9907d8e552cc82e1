package dev.parvi.brand;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

/** Founds brands and finds them. */
@Component
public class Branding {

    private final Brands brands;
    private final Seating seating;
    private final TransactionTemplate transaction;

    Branding(Brands brands, Seating seating, TransactionTemplate transaction) {
        this.brands = brands;
        this.seating = seating;
        this.transaction = transaction;
    }

    /** Founds a brand, whose founder becomes its manager. The caller has checked what was typed. */
    public Brand found(MemberId founder, Function<BrandId, Brand> made) {
        var id = transaction.execute(status -> brands.next());
        var brand = made.apply(id);
        return Tenant.in(
                id,
                () -> transaction.execute(status -> {
                    brands.add(brand);
                    seating.found(id, founder);
                    return brand;
                }));
    }

    /** The brand whose scope it is. */
    @Transactional(readOnly = true)
    public Brand current() {
        return Tenant.brand().flatMap(brands::get).orElseThrow(() -> new IllegalStateException("Outside any brand"));
    }

    /** The brands of a member, by name. */
    public List<Brand> of(MemberId member) {
        return Tenant.as(member, () -> transaction.execute(status -> brands.mine()));
    }

    /** Which brand has this handle; anybody may ask. */
    @Transactional(readOnly = true)
    public Optional<BrandId> named(String handle) {
        return brands.named(handle);
    }

    /** A member at work in a brand. */
    public record Entered(Seat seat, Brand brand) {}

    /** The brand with this handle and the member's seat there; empty where either is missing. Needs no transaction. */
    public Optional<Entered> enter(MemberId member, String handle) {
        return brands.entered(member, handle);
    }

    /** All brands of this desk, for recurring work that then enters each one's scope. */
    @Transactional(readOnly = true)
    public List<BrandId> all() {
        return brands.all();
    }
}
