package dev.parvi.connector;

import java.net.URI;
import java.util.List;
import java.util.Map;

/** Connects an account. */
public interface SignsIn {

    /** What to ask a person first. It asks no network. */
    Step begin();

    /**
     * Goes on with what was given: the fields asked for, or what came back from an address.
     *
     * @throws ConnectorFailed with a fault that says what to correct
     */
    Step answer(Map<String, String> given) throws ConnectorFailed;

    /** The next thing to do. */
    sealed interface Step {

        record Ask(List<Field> fields) implements Step {}

        record GoTo(URI address) implements Step {}

        record Done(Credentials credentials) implements Step {}
    }

    /**
     * A field of the form; its label is {@code network.<key>.field.<name>}, its hint the same with {@code .hint}.
     *
     * @param secret typed unseen and never shown again
     * @param usual what stands in it at first
     */
    record Field(String name, boolean secret, String usual) {}

    /**
     * What a sign-in brings.
     *
     * @param place the network's lasting name of the account (a DID, a page id): one account is connected once
     * @param handle how people name it
     * @param address where people see it
     */
    record Credentials(String place, String handle, String name, URI address, Map<String, String> values) {}
}
