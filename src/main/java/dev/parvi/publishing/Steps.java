package dev.parvi.publishing;

import org.springframework.stereotype.Component;

/** Where the ledger says which step it has come to. Nobody listens but a test. */
@Component
class Steps {

    private volatile Listener listener = (step) -> {};

    /** Told of each step, on the thread that takes it. */
    @FunctionalInterface
    interface Listener {
        void reached(Step step);
    }

    void at(Step step) {
        listener.reached(step);
    }

    void listen(Listener one) {
        listener = one;
    }
}
