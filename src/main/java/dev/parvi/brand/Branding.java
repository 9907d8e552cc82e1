package dev.parvi.brand;

import dev.parvi.platform.Tenant;
import dev.parvi.shared.BrandId;
import dev.parvi.shared.MemberId;
import dev.parvi.team.Seat;
import dev.parvi.team.Seating;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
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
    private final Map<String, BrandId> numbers = new ConcurrentHashMap<>();

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

    /** The brand with this handle and the member's seat there; empty where either is missing. */
    public Optional<Entered> enter(MemberId member, String handle) {
        var known = numbers.get(handle);
        var entered = known == null ? Optional.<Entered>empty() : entered(member, known);
        // A brand may have gone and its handle been given anew, maybe on another node.
        return entered.isPresent() ? entered : anew(member, handle);
    }

    private Optional<Entered> anew(MemberId member, String handle) {
        numbers.remove(handle);
        var number = transaction.execute(status -> brands.named(handle));
        var entered = number.flatMap(each -> entered(member, each));
        entered.ifPresent(each -> numbers.put(handle, each.brand().id()));
        return entered;
    }

    private Optional<Entered> entered(MemberId member, BrandId number) {
        return Tenant.in(
                number,
                () -> transaction.execute(status -> seating.seat(member, number)
                        .flatMap(seat -> brands.get(number).map(brand -> new Entered(seat, brand)))));
    }

    /** All brands of this desk, for recurring work that then enters each one's scope. */
    @Transactional(readOnly = true)
    public List<BrandId> all() {
        return brands.all();
    }
}
