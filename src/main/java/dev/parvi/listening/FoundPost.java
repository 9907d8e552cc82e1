package dev.parvi.listening;

import dev.parvi.connector.Heard;

/**
 * An item that was found on a network, as that network knows it.
 *
 * @param account through which it was found; 0 where it needed none
 */
public record FoundPost(String network, long account, Heard heard) {}
