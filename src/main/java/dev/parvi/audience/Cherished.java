package dev.parvi.audience;

import dev.parvi.brand.Voice.Address;
import dev.parvi.community.Acquainting.Part;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** People who matter among the audience, of the last 90 days. */
public record Cherished(List<One> people) {

    /** What somebody is to the others; the rules stand in {@code docs/figures.md}. */
    public enum Role {
        /** At least one thing they said was answered by two others. */
        STARTS,
        /** They answered a question of somebody else. */
        HELPS,
        /** At least three others answered them. */
        HEARD,
        /** They helped twice, or sounded glad three times: somebody to thank. */
        THANK;

        public boolean of(Part part) {
            return switch (this) {
                case STARTS -> part.started() > 0;
                case HELPS -> part.helped() > 0;
                case HEARD -> part.listened() >= 3;
                case THANK -> part.helped() >= 2 || part.glad() >= 3;
            };
        }
    }

    /**
     * @param address how the brand addresses people in their language; null where it leaves that open
     * @param language its code; empty where it can't be told
     */
    public record One(
            Part part,
            Crowd.Face face,
            String language,
            @Nullable Address address,
            List<Role> roles) {

        public One {
            roles = List.copyOf(roles);
        }
    }

    public List<One> of(Role role) {
        return people.stream().filter(each -> each.roles().contains(role)).toList();
    }
}
