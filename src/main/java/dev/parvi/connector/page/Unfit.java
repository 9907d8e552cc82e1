package dev.parvi.connector.page;

import dev.parvi.connector.Fault;

/** A parcel that the page will never take. */
final class Unfit extends Exception {

    private final transient Fault fault;

    Unfit(Fault fault) {
        super(fault.code());
        this.fault = fault;
    }

    Fault fault() {
        return fault;
    }
}
