package dev.parvi.connector;

/** Takes back what was published. */
public interface Deletes {

    /** Deletes it; done also where it was gone already. */
    void delete(Access access, Sent sent) throws ConnectorFailed;
}
