package dev.parvi.connector;

/** Sends what we want to say. */
public interface Publishes {

    /** Sends the parcel once. Never throws for what a network or the way to it does: that is an outcome. */
    PublishOutcome publish(Access access, Parcel parcel);
}
