package dev.parvi.planning;

import dev.parvi.shared.VersionId;
import java.util.Collection;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Says what kind of thing a post is, for rooms that count by it. */
@Component
public class Describing {

    private final Natures natures;

    Describing(Natures natures) {
        this.natures = natures;
    }

    /** By version, as it reads on its account; those that are gone are missing. In the brand whose scope it is. */
    @Transactional(readOnly = true)
    public Map<VersionId, Nature> of(Collection<VersionId> versions) {
        return natures.of(versions);
    }
}
