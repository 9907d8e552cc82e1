package dev.parvi.connector;

/** A network did not do what it was asked, outside of publishing (which answers with an outcome). */
public class ConnectorFailed extends Exception {

    private final Fault fault;
    private final boolean reauth;

    public ConnectorFailed(Fault fault, boolean reauth) {
        super(fault.code() + ": " + fault.detail());
        this.fault = fault;
        this.reauth = reauth;
    }

    public Fault fault() {
        return fault;
    }

    /** True only when the network said that our permission is gone; a passing fault never says so. */
    public boolean reauth() {
        return reauth;
    }
}
