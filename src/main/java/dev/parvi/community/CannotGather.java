package dev.parvi.community;

/** A table of reviews, or a line of one, can't be taken in; {@link #key()} is the message that says why and what to do. */
public class CannotGather extends RuntimeException {

    private final String key;
    private final transient Object[] values;

    /** @param values name, value, name, value … for the message */
    public CannotGather(String key, Object... values) {
        super(key);
        this.key = key;
        this.values = values.clone();
    }

    public String key() {
        return key;
    }

    public Object[] values() {
        return values.clone();
    }
}
