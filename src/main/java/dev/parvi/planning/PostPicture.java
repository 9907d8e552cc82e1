package dev.parvi.planning;

import dev.parvi.connector.Message;
import dev.parvi.connector.Message.Crop;
import org.jspecify.annotations.Nullable;

/**
 * A picture on a post, with its alternative text and the section of it that is shown.
 *
 * @param part which part of the thread it goes with, where the network allows that; 0 is the first
 */
public record PostPicture(
        long id,
        String hash,
        String type,
        int width,
        int height,
        String alt,
        @Nullable Crop crop,
        int part) {

    PostPicture with(Draft.Picture said) {
        return new PostPicture(id, hash, type, width, height, said.alt(), said.crop(), said.part());
    }

    Message.Picture shown() {
        return new Message.Picture(hash, type, width, height, alt, crop);
    }
}
