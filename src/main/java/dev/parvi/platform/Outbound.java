package dev.parvi.platform;

/** The one door out: every address is checked after its look-up, at each connection and on each redirect. */
public interface Outbound {

    /**
     * Calls and reads the whole answer; blocks the calling (virtual) thread.
     *
     * @throws CallFailed when no complete answer came within the deadline and size; any status is an answer
     */
    Answer call(Call call) throws CallFailed;
}
