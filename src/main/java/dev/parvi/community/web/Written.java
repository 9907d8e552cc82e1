package dev.parvi.community.web;

import dev.parvi.community.Dialogue;
import dev.parvi.community.Prewriting;
import dev.parvi.community.Suggesting;
import dev.parvi.community.VoiceChecked;
import dev.parvi.connector.Connectors;
import dev.parvi.connector.Message;
import dev.parvi.connector.Previews;
import dev.parvi.connector.Previews.Frame;
import dev.parvi.ui.Parts;
import gg.jte.Content;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws what is being written as the network will show it. */
@Component
class Written {

    private final Connectors connectors;
    private final Prewriting prewriting;
    private final Suggesting suggesting;
    private final Parts parts;

    Written(Connectors connectors, Prewriting prewriting, Suggesting suggesting, Parts parts) {
        this.connectors = connectors;
        this.prewriting = prewriting;
        this.suggesting = suggesting;
        this.parts = parts;
    }

    AnswerForm of(Dialogue dialogue) {
        return of(dialogue, dialogue.draft(), "", UUID.randomUUID(), null, "");
    }

    AnswerForm of(
            Dialogue dialogue, String text, String error, UUID key, @Nullable VoiceChecked checked, String confirmed) {
        var rule = dialogue.network().text();
        return new AnswerForm(
                text,
                rule.count(text.strip()),
                rule,
                drawn(dialogue, text.strip()),
                error,
                key,
                dialogue.target() == null
                        ? List.of()
                        : prewriting.fitting(dialogue.target()).stream()
                                .map(each -> new AnswerForm.Reply(each.name(), each.language(), each.text()))
                                .toList(),
                checked,
                confirmed,
                suggesting.offer(dialogue),
                "",
                null,
                null,
                false);
    }

    private @Nullable Content drawn(Dialogue dialogue, String text) {
        var account = dialogue.account();
        if (text.isEmpty() || account == null) {
            return null;
        }
        return connectors
                .as(Previews.class, account.network())
                .map(previews -> parts.of(
                        previews.template(),
                        Map.of(
                                "drawing",
                                previews.draw(Message.of(text), null),
                                "frame",
                                new Frame(account.name(), account.handle(), "", hash -> ""))))
                .orElse(null);
    }
}
