package dev.parvi.planning;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What can be chosen on a post besides its accounts. */
@Component
public class Choices {

    private final Mixing mixing;

    Choices(Mixing mixing) {
        this.mixing = mixing;
    }

    /** With the mix that is wanted and the real one, so that who writes sees what there is too little of. */
    @Transactional(readOnly = true)
    public List<PillarChoice> pillars() {
        return mixing.around().parts().stream()
                .map(part -> new PillarChoice(
                        part.pillar().id(), part.pillar().name(), part.pillar().share(), part.percent()))
                .toList();
    }
}
