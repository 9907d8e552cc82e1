package dev.parvi.connector;

/** A network did not do what it was asked, outside of publishing (which answers with an outcome). */
public class ConnectorFailed extends Exception {

    private final Fault fault;
    private final boolean reauth;
    private final String field;

    public ConnectorFailed(Fault fault, boolean reauth) {
        this(fault, reauth, "");
    }

    /** @param field the field of the form that it's about; empty where it's about none */
    public ConnectorFailed(Fault fault, boolean reauth, String field) {
        super(fault.code() + ": " + fault.detail());
        this.fault = fault;
        this.reauth = reauth;
        this.field = field;
    }

    public Fault fault() {
        return fault;
    }

    /** True only when the network said that our permission is gone; a passing fault never says so. */
    public boolean reauth() {
        return reauth;
    }

    /** The field of the sign-in form that the fault is about; empty where it's about none. */
    public String field() {
        return field;
    }
}
