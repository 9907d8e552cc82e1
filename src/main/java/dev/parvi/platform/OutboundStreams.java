package dev.parvi.platform;

/** The one door out to what goes on speaking: WebSockets, their addresses checked after the look-up and at the connection. */
public interface OutboundStreams {

    /**
     * Connects; blocks the calling (virtual) thread until the other side has agreed.
     *
     * @throws CallFailed when that didn't come about within the deadline
     */
    OutboundStream open(StreamCall call) throws CallFailed;
}
