package dev.parvi.connector.bluesky;

import dev.parvi.connector.Message;
import dev.parvi.shared.BrandId;
import java.io.IOException;

/** Brings a picture into the network's limits. */
interface Pictures {

    /**
     * The picture as it's shown (cropped where the message says so), in at most so many bytes and so many pixels on its longer side.
     *
     * @throws IOException when it isn't there any more
     */
    Shrunk within(BrandId brand, Message.Picture picture, int maxBytes, int maxPixels) throws IOException;

    record Shrunk(byte[] bytes, String type, int width, int height) {}
}
