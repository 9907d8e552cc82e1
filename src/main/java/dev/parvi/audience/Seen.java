package dev.parvi.audience;

import java.util.List;

/**
 * What can be seen of a profile.
 *
 * @param about what they say of themselves; empty where nothing
 * @param place the field of that name; empty where there is none
 * @param said what they said to us, the latest first
 */
record Seen(String name, String handle, String about, String place, List<String> said) {

    Seen {
        said = List.copyOf(said);
    }
}
