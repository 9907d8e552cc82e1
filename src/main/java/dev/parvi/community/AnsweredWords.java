package dev.parvi.community;

import dev.parvi.publishing.Occasions;
import dev.parvi.shared.DeliveryId;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Says in the story of an answer what it answers; of somebody who was erased nothing. */
@Component
class AnsweredWords implements Occasions {

    private final OwnAnswers answers;
    private final Utterances utterances;

    AnsweredWords(OwnAnswers answers, Utterances utterances) {
        this.answers = answers;
        this.utterances = utterances;
    }

    @Override
    public Optional<Occasion> of(DeliveryId answer) {
        return answers.of(answer)
                .flatMap(each -> Optional.ofNullable(utterances
                                .said(List.of(each.comment().value()))
                                .get(each.comment().value()))
                        .filter(said -> !said.erased())
                        .map(said -> new Occasion(
                                said.speaker(),
                                said.text(),
                                said.at(),
                                "/inbox/" + each.conversation() + "?at=" + each.comment())));
    }
}
