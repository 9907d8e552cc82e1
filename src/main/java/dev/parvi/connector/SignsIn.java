package dev.parvi.connector;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Connects an account. */
public interface SignsIn {

    /** What to ask a person first. It asks no network; {@link Step.GoTo} says only that nothing is asked here. */
    Step begin();

    /**
     * Goes on with what was given: the fields asked for, or what came back from an address with what was kept meanwhile.
     *
     * @throws ConnectorFailed with a fault that says what to correct
     */
    Step answer(Map<String, String> given) throws ConnectorFailed;

    /** The same, for networks that people sign in to at their own address: {@code back} is the way back from there. */
    default Step answer(Map<String, String> given, Back back) throws ConnectorFailed {
        return answer(given);
    }

    /**
     * How somebody comes back to this desk.
     *
     * @param address the same for every sign-in, as networks want it registered
     * @param state unguessable and good once, for an hour; the network hands it back as the parameter {@code state}
     */
    record Back(URI address, String state) {

        /** The address for a network that knows no state of its own. */
        public URI whole() {
            return URI.create(address + "?state=" + state);
        }
    }

    /** The next thing to do. */
    sealed interface Step {

        record Ask(List<Field> fields) implements Step {}

        /** @param kept what {@link SignsIn#answer} is given again when the person comes back; it's sealed until then */
        record GoTo(URI address, Map<String, String> kept) implements Step {

            public GoTo {
                if (!Set.of("http", "https").contains(String.valueOf(address.getScheme()))) {
                    throw new IllegalArgumentException("Nobody is sent to " + address);
                }
            }
        }

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
