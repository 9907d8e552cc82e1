package dev.parvi.community;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the counts of the built-in views small and right, in the brand whose scope it is. */
@Component
class Counting {

    /** As long as there are no more rows, adding them up takes no time worth saving. */
    private static final int ENOUGH = 500;

    private final Tallies tallies;

    Counting(Tallies tallies) {
        this.tallies = tallies;
    }

    @Transactional
    public void fold() {
        if (tallies.rows() > ENOUGH) {
            tallies.fold();
        }
    }

    @Transactional
    public void recount() {
        tallies.recount();
    }
}
