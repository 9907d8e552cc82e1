package dev.parvi.sample;

import dev.parvi.community.Guarding;
import dev.parvi.community.Prewriting;
import dev.parvi.community.Rule;
import dev.parvi.community.Sight;
import dev.parvi.team.Seat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.springframework.stereotype.Component;

/** How the roastery keeps its inbox: answers that it writes often, and what nobody wants to read below its posts. */
@Component
class Hosting {

    private static final List<String> REPLIES = List.of("reply.thanks", "reply.order");
    private static final List<String> LANGUAGES = List.of("en", "fi", "ru");

    private final Prewriting prewriting;
    private final Guarding guarding;

    Hosting(Prewriting prewriting, Guarding guarding) {
        this.prewriting = prewriting;
        this.guarding = guarding;
    }

    void prepare(Seat seat, Story story) {
        REPLIES.forEach(reply -> kept(prewriting.keep(seat, 0, story.text(reply + ".name"), texts(story, reply))));
        kept(guarding.make(
                        seat,
                        new Rule(
                                0,
                                story.text("rule.name"),
                                Optional.empty(),
                                story.texts("rule.word"),
                                0,
                                Optional.empty(),
                                0,
                                Sight.SPAM))
                .isEmpty());
    }

    private static Map<String, String> texts(Story story, String reply) {
        var texts = new TreeMap<String, String>();
        LANGUAGES.forEach(language -> texts.put(language, story.text(reply + "." + language)));
        return texts;
    }

    private static void kept(boolean is) {
        if (!is) {
            throw new IllegalStateException("The sample's own words are refused");
        }
    }
}
