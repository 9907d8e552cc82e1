package dev.parvi.brand;

/** Another brand of this desk has that name in addresses. */
public class HandleTaken extends RuntimeException {

    public HandleTaken(String handle) {
        super("Another brand is called " + handle);
    }
}
