package dev.parvi.connector;

/** Reads back whether a parcel that was sent has arrived. */
public interface Finds {

    Finding find(Access access, Parcel parcel);

    /** What reading back showed. */
    sealed interface Finding {

        record Found(Sent sent) implements Finding {}

        /** Surely not there: it may be sent. */
        record Absent() implements Finding {}

        /** The network did not answer, or its answer leaves it open. */
        record CannotTell(Fault fault) implements Finding {}
    }
}
