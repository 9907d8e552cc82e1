package dev.parvi.listening;

import dev.parvi.shared.SourceId;
import dev.parvi.team.Seat;
import java.util.Arrays;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Changes all that members say of a source at once. */
@Component
public class Tuning {

    private final Following following;

    Tuning(Following following) {
        this.following = following;
    }

    /** As it was typed. @param topics separated by commas */
    public record Typed(String name, String language, int weight, String topics) {

        List<String> words() {
            return Arrays.stream(topics.split(",")).map(String::strip).toList();
        }
    }

    /** @throws NoSuchSource where there is none, or it was taken out */
    @Transactional
    public void change(Seat seat, SourceId id, Typed typed) {
        following.rename(seat, id, typed.name());
        following.speaks(seat, id, typed.language());
        following.weigh(seat, id, typed.weight());
        following.about(seat, id, typed.words());
    }
}
