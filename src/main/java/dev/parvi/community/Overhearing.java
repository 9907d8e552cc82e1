package dev.parvi.community;

import dev.parvi.listening.Coverage;
import dev.parvi.publishing.Recounting;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells when our audience first spoke of a piece of news: below a post of ours about it, with one of its links, or with two of its rarest words
 * in one utterance, in any of their forms. And who of those who speak elsewhere is of our audience.
 */
@Component
class Overhearing implements Coverage {

    private final FirstWords words;
    private final Recounting recounting;

    Overhearing(FirstWords words, Recounting recounting) {
        this.words = words;
        this.recounting = recounting;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Word> firstWord(Subject subject) {
        return words.of(subject, recounting.deliveries(subject.posts()));
    }

    @Override
    @Transactional(readOnly = true)
    public Set<Speaker> ours(Collection<Speaker> speakers) {
        return speakers.isEmpty() ? Set.of() : words.spoken(speakers);
    }
}
