package dev.parvi.community;

import dev.parvi.shared.MemberId;
import dev.parvi.team.HandOff;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * A case with all that belongs to it.
 *
 * @param people who is in it, {@code others} who else spoke there
 * @param usual by when a complaint there is answered, as the brand promises
 */
public record CaseFile(
        Conflict conflict,
        Conversation conversation,
        List<Involved> people,
        List<Involved> others,
        List<ConflictFact> facts,
        List<HandOff> handOffs,
        Map<MemberId, String> names,
        Instant usual,
        Instant now) {

    public String name(MemberId member) {
        return names.getOrDefault(member, "");
    }

    /** What people call somebody in it; empty where it's about nobody in particular, or nobody knows. */
    public String name(long profile) {
        return people.stream()
                .filter(each -> profile != 0 && each.profile() == profile)
                .map(Involved::name)
                .findFirst()
                .orElse("");
    }

    /** How many came back, of those of whom it can be known. */
    public long back() {
        return people.stream().filter(Involved::back).count();
    }

    public long known() {
        return people.stream().filter(each -> each.returned() != null).count();
    }
}
