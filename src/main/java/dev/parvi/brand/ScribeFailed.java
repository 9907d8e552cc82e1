package dev.parvi.brand;

import java.util.ArrayList;
import java.util.List;

/** An outside model wrote nothing, and why. {@code brand.scribe.failed.<kind>} says it in the reader's words. */
public class ScribeFailed extends Exception {

    /** Classes of failure. */
    public enum Kind {
        /** None is set up. */
        NONE,
        /** No manager agrees that anything is sent to this address: nothing was. */
        NOT_AGREED,
        /** The desk's own keys don't open the key that is kept. */
        KEY_LOST,
        /** It stands for a private address, and the desk may not call those: nothing was sent. */
        FORBIDDEN,
        /** Nobody is there, or can't prove who they are. */
        UNREACHABLE,
        SLOW,
        CUT,
        /** It answered with more than was to be read. */
        ENDLESS,
        /** 401 or 403. */
        KEY,
        /** 404, or led elsewhere. */
        NOWHERE,
        /** 429; {@code seconds} is how long it asks to wait, 0 where it doesn't say. */
        BUSY,
        /** Any other no; {@code status} and {@code detail} say which. */
        REFUSED,
        /** 5xx. */
        BROKEN,
        /** No answer as the interface describes it. */
        GARBLED,
        /** An answer without words. */
        EMPTY,
        /** The model declined. */
        DECLINED
    }

    private final Kind kind;
    private final List<Object> values;

    /** @param values names and values for the message, in pairs */
    public ScribeFailed(Kind kind, Object... values) {
        super(kind.name());
        this.kind = kind;
        this.values = new ArrayList<>(List.of(values));
    }

    public Kind kind() {
        return kind;
    }

    public String key() {
        return "brand.scribe.failed." + kind.name();
    }

    public Object[] values() {
        return values.toArray();
    }
}
