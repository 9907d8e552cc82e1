package dev.parvi.planning;

import dev.parvi.connector.Message;
import dev.parvi.connector.Message.Crop;
import org.jspecify.annotations.Nullable;

/** A picture on a post, with its alternative text and the part of it that is shown. */
public record PostPicture(
        long id,
        String hash,
        String type,
        int width,
        int height,
        String alt,
        @Nullable Crop crop) {

    PostPicture with(String otherAlt, @Nullable Crop otherCrop) {
        return new PostPicture(id, hash, type, width, height, otherAlt, otherCrop);
    }

    Message.Picture shown() {
        return new Message.Picture(hash, type, width, height, alt, crop);
    }
}
