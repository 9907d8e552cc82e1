package dev.parvi.community;

import java.util.Collection;
import java.util.List;
import java.util.Map;

/** Whether somebody belongs to those whom the brand wants to reach, as a card says it; whoever judges that implements it. */
public interface Belonging {

    /** Of those of the profiles that were judged, by number. */
    Map<Long, Told> of(Collection<Long> profiles);

    /**
     * @param verdict the key of the message that says it
     * @param because each the key of a message with {@code word} in it, and that word
     */
    record Told(String verdict, List<Because> because) {}

    record Because(String message, String word) {}
}
