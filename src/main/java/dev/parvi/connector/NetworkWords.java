package dev.parvi.connector;

import dev.parvi.ui.Page;

/** A network as the reader calls it: most are called the same in every language, ours aren't. */
public final class NetworkWords {

    private NetworkWords() {}

    public static String of(Page page, Descriptor network) {
        var key = "network." + network.network() + ".name";
        return page.words().has(key) ? page.t(key) : network.name();
    }
}
