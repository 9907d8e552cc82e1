package dev.parvi.planning;

/** A post can't be planned as asked; {@link #key()} is the message that says why and what to do. */
public class CannotPlan extends RuntimeException {

    private final String key;
    private final transient Object[] values;

    /** @param values name, value, name, value … for the message */
    public CannotPlan(String key, Object... values) {
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
