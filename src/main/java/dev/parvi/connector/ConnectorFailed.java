package dev.parvi.connector;

import java.time.Duration;

/** A network did not do what it was asked, outside of publishing (which answers with an outcome). */
public class ConnectorFailed extends Exception {

    private final Fault fault;
    private final boolean reauth;
    private final String field;
    private final transient Duration after;

    public ConnectorFailed(Fault fault, boolean reauth) {
        this(fault, reauth, "");
    }

    /** @param after how long the network asks to be left in peace */
    public ConnectorFailed(Fault fault, Duration after) {
        this(fault, false, "", after);
    }

    /** @param field the field of the form that it's about; empty where it's about none */
    public ConnectorFailed(Fault fault, boolean reauth, String field) {
        this(fault, reauth, field, Duration.ZERO);
    }

    private ConnectorFailed(Fault fault, boolean reauth, String field, Duration after) {
        super(fault.code() + ": " + fault.detail());
        this.fault = fault;
        this.reauth = reauth;
        this.field = field;
        this.after = after;
    }

    public Fault fault() {
        return fault;
    }

    /** True only when the network said that our permission is gone; a passing fault never says so. */
    public boolean reauth() {
        return reauth;
    }

    /** How long the network asks to be left in peace; zero where it asked for nothing. */
    public Duration after() {
        return after;
    }

    /** The field of the sign-in form that the fault is about; empty where it's about none. */
    public String field() {
        return field;
    }
}
