package dev.parvi.listening;

import dev.parvi.shared.TopicId;

/** A topic that stories can be narrowed by. */
public record TopicChoice(TopicId id, String name) {}
