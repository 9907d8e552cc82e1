package dev.parvi.connector;

import dev.parvi.ui.Page;

/** A fault in the reader's words: what happened and what to do. */
public final class FaultWords {

    private FaultWords() {}

    /** One that nobody has words for says what the network said. */
    public static String of(Page page, Fault fault) {
        var key = "fault." + fault.code();
        return page.words().has(key)
                ? page.t(key, "detail", fault.detail())
                : page.t("connector.fault.other", "detail", fault.detail().isEmpty() ? fault.code() : fault.detail());
    }
}
