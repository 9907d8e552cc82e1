package dev.parvi.team;

/** A member asked for what their roles in the brand do not include. */
public class NotAllowed extends RuntimeException {

    private final Right right;

    public NotAllowed(Right right) {
        super("The role does not include " + right);
        this.right = right;
    }

    public Right right() {
        return right;
    }
}
