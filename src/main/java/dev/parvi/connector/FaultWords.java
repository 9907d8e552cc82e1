package dev.parvi.connector;

import dev.parvi.ui.Page;
import dev.parvi.ui.Words;

/** A fault in the reader's words: what happened and what to do. */
public final class FaultWords {

    private FaultWords() {}

    /** One that nobody has words for says what the network said. */
    public static String of(Page page, Fault fault) {
        return of(page.words(), fault);
    }

    public static String of(Words words, Fault fault) {
        var key = "fault." + fault.code();
        return words.has(key)
                ? words.t(key, "detail", fault.detail())
                : words.t("connector.fault.other", "detail", fault.detail().isEmpty() ? fault.code() : fault.detail());
    }
}
