package dev.parvi.community;

import dev.parvi.connector.Heard.Standing;
import dev.parvi.connector.Moderates.Act;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** Which acts make sense for an utterance as it stands, and how it stands after one. */
final class Acts {

    private Acts() {}

    /** Of what the network allows, what makes sense for this one. */
    static Set<Act> of(Set<Act> allowed, Said said, boolean blocked) {
        var acts = EnumSet.noneOf(Act.class);
        if (!said.us() && said.profile() != 0) {
            acts.add(blocked ? Act.UNBLOCK : Act.BLOCK);
        }
        if (said.gone() == null && !said.erased()) {
            acts.addAll(fitting(said.standing(), said.us()));
        }
        acts.retainAll(allowed);
        return acts;
    }

    static Set<Act> fitting(Standing standing, boolean us) {
        return switch (standing) {
            case SHOWN -> us ? EnumSet.of(Act.DELETE) : EnumSet.of(Act.HOLD, Act.HIDE, Act.SPAM, Act.DELETE);
            case HELD -> EnumSet.of(Act.APPROVE, Act.SPAM, Act.DELETE);
            case HIDDEN -> EnumSet.of(Act.UNHIDE, Act.SPAM, Act.DELETE);
            case SPAM -> EnumSet.of(Act.NOT_SPAM, Act.DELETE);
            case DELETED -> EnumSet.of(Act.RESTORE);
        };
    }

    /** Empty for an act that is about who said it. */
    static Optional<Standing> standing(Act act) {
        return switch (act) {
            case APPROVE, UNHIDE, NOT_SPAM, RESTORE -> Optional.of(Standing.SHOWN);
            case HOLD -> Optional.of(Standing.HELD);
            case HIDE -> Optional.of(Standing.HIDDEN);
            case SPAM -> Optional.of(Standing.SPAM);
            case DELETE -> Optional.of(Standing.DELETED);
            case BLOCK, UNBLOCK -> Optional.empty();
        };
    }
}
