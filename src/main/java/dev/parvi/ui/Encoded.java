package dev.parvi.ui;

import gg.jte.TemplateOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A page as the bytes that are sent: each piece is encoded once, where it's written, and copied no more. */
final class Encoded implements TemplateOutput {

    private static final int USUAL_SIZE = 64 * 1024;
    /** No char takes more: those that make four bytes come in pairs. */
    private static final int BYTES_OF_A_CHAR = 3;

    private byte[] bytes = new byte[USUAL_SIZE];
    private int length;

    int length() {
        return length;
    }

    void sendTo(OutputStream out) throws IOException {
        out.write(bytes, 0, length);
    }

    byte[] toBytes() {
        return Arrays.copyOf(bytes, length);
    }

    @Override
    public void writeBinaryContent(byte[] value) {
        reserve(value.length);
        System.arraycopy(value, 0, bytes, length, value.length);
        length += value.length;
    }

    @Override
    public void writeContent(String value) {
        writeContent(value, 0, value.length());
    }

    @Override
    public void writeContent(String value, int begin, int end) {
        reserve((end - begin) * BYTES_OF_A_CHAR);
        var to = bytes;
        var at = length;
        for (var i = begin; i < end; i++) {
            var c = value.charAt(i);
            if (c < 0x80) {
                to[at++] = (byte) c;
            } else if (c < 0x800) {
                to[at++] = (byte) (0xC0 | c >> 6);
                to[at++] = (byte) (0x80 | c & 0x3F);
            } else if (Character.isSurrogate(c)) {
                at = rest(value.substring(i, end), at);
                break;
            } else {
                to[at++] = (byte) (0xE0 | c >> 12);
                to[at++] = (byte) (0x80 | c >> 6 & 0x3F);
                to[at++] = (byte) (0x80 | c & 0x3F);
            }
        }
        length = at;
    }

    /** What holds pairs of chars, and maybe half ones, is left to the JDK. */
    private int rest(String value, int at) {
        var encoded = value.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(encoded, 0, bytes, at, encoded.length);
        return at + encoded.length;
    }

    private void reserve(int more) {
        if (bytes.length - length < more) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + more));
        }
    }
}
